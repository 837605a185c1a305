import { type Chapter, words } from './wording.js';

/** What only HTTP knows: tokens, keys, bodies, files, addresses. */
export const border: Chapter = {
  'token-missing': words(
    '缺少令牌',
    'No token',
    '请在 Authorization 头中以 Bearer 方式携带令牌。',
    'Send the header Authorization: Bearer pz_….',
  ),
  'token-invalid': words(
    '令牌无效',
    'Token not valid',
    '请核对令牌，或请管理员另发一个。',
    'Check the token, or ask an administrator for another one.',
  ),
  'token-already-shown': words(
    '令牌只显示一次',
    'The token was shown once',
    '请使用当时保存的令牌，或换新的 Idempotency-Key 另发一个。',
    'Use the token as it was shown then, or issue another one under a new Idempotency-Key.',
  ),
  'role-not-allowed': words(
    '角色无此权限',
    'Not for this role',
    '请由具有相应角色的人员办理。',
    'Let somebody with one of the allowed roles do it.',
  ),
  'idempotency-key-missing': words(
    '缺少 Idempotency-Key',
    'No Idempotency-Key',
    '请为每个操作提供自己的唯一编号，重发时沿用。',
    'Give each command an id of your own in this header, and keep it when you send the command again.',
  ),
  'idempotency-key-invalid': words(
    'Idempotency-Key 格式不符',
    'Idempotency-Key of another form',
    '请使用 1 至 200 个可打印的 ASCII 字符。',
    'Use 1 to 200 printable ASCII characters.',
  ),
  'idempotency-key-reused': words(
    'Idempotency-Key 已用于其他请求',
    'Idempotency-Key used for another request',
    '请原样重发第一个请求，或换用新的编号。',
    'Send the first request again unchanged, or use a new key for this one.',
  ),
  'command-in-flight': words(
    '同一操作正在办理',
    'The same command is in flight',
    '请稍候用同一编号重试，即可得到结果。',
    'Wait a moment and send it again with the same key for its answer.',
  ),
  'malformed-json': words('请求内容不是 JSON', 'Not JSON', '请发送 JSON 对象。', 'Send a JSON object.'),
  'malformed-form': words(
    '表单无法读取',
    'Form not readable',
    '请以 multipart/form-data 提交一个名为 file 的文件及所列字段。',
    'Send multipart/form-data with one file named "file" and the documented fields.',
  ),
  'body-too-large': words(
    '请求内容过大',
    'Body too large',
    '请求内容不超过 1 MB；文件请通过材料接口上传。',
    'Stay below 1 MB; files go to the materials of a filing.',
  ),
  'nested-too-deep': words(
    '请求内容嵌套过深',
    'Nested too deep',
    '请按接口文档的结构发送。',
    'Send the form that /docs shows.',
  ),
  'media-type-unsupported': words(
    '不支持的内容类型',
    'Media type not supported',
    '请使用接口文档所列的 Content-Type。',
    'Use the Content-Type that the endpoint documents.',
  ),
  'route-not-found': words(
    '没有这个地址',
    'Nothing at this address',
    '请在 /docs 查看地址与方法。',
    'See /docs for the addresses and their methods.',
  ),
  'request-invalid': words(
    '请求有多处错误',
    'Several things are wrong',
    '请按 errors 逐项修改。',
    'Correct each entry of "errors".',
  ),
  'field-missing': words('缺少字段', 'Field missing', '请补上该字段。', 'Give the field.'),
  'field-invalid': words(
    '字段内容不符',
    'Field not valid',
    '请按接口文档修改该字段。',
    'Correct the field; /docs shows its form.',
  ),
  'unknown-field': words(
    '没有这个字段',
    'Unknown field',
    '请删除或更正字段名。',
    'Remove the field, or correct its name.',
  ),
  'text-not-storable': words(
    '文字含有无法保存的字符',
    'Text not storable',
    '请删除空字符（U+0000）。',
    'Remove the character U+0000.',
  ),
  'file-missing': words(
    '没有文件',
    'No file',
    '请在表单中附上名为 file 的文件。',
    'Add the file to the form, under the name "file".',
  ),
  'file-empty': words('文件为空', 'Empty file', '请重新上传文件。', 'Send the file again; nothing arrived.'),
  'file-too-large': words(
    '文件过大',
    'File too large',
    '请压缩或拆分文件，每个不超过 5 MB。',
    'Make the file smaller, or split it: 5 MB at most.',
  ),
  'file-type-not-allowed': words(
    '不接受的文件类型',
    'File type not allowed',
    '请上传 PDF、Word（.docx）、PNG 或 JPEG；不接受压缩包。',
    'Send a PDF, a Word document (.docx), a PNG or a JPEG; archives are not taken.',
  ),
  'file-type-mismatch': words(
    '文件名与内容不符',
    'Name and content differ',
    '请核对文件，并使用与内容相符的扩展名。',
    'Check that it is the right file, and give it the ending that fits its content.',
  ),
};
