import { type Chapter, words } from './wording.js';

/** Lists of many licenses. */
export const portfolio: Chapter = {
  'search-too-short': words(
    '搜索内容过短',
    'Search too short',
    '请输入名称、许可证编号或信用代码中的至少两个字符。',
    'Give two characters or more of a name, a permit number or a code.',
  ),
  'cursor-invalid': words(
    '翻页位置无效',
    'No place in the list',
    '请原样使用上一页的 next，或不带 after 从头开始。',
    'Give `next` of the page before as it is, or begin without it.',
  ),
  'window-reversed': words(
    '范围的起点在终点之后',
    'Window ends before it begins',
    '请核对范围的起点与终点。',
    'Give a beginning that does not lie after the end.',
  ),
  'view-not-found': words(
    '没有这个视图',
    'No such view',
    '请在 GET /views 查看自己的和共享的视图。',
    'Look at GET /views for your own and the shared ones.',
  ),
  'comment-not-found': words(
    '没有这条评论',
    'No such comment',
    '请在 GET /licenses/:id/comments 查看编号。',
    'Look at GET /licenses/:id/comments for the ids.',
  ),
  'comment-of-another': words(
    '不是本人的评论',
    'Comment of somebody else',
    '请由评论的作者撤回。',
    'Ask its author to withdraw it.',
  ),
  'task-not-found': words(
    '没有这项任务',
    'No such task',
    '请在 GET /tasks 查看编号。',
    'Look at GET /tasks?licenseId=… for the ids.',
  ),
};
