/**
 * Articles as people cite them in Chinese. A pack names some places in English words (`cure month`): there the title
 * of the source must do.
 * @param cited such as `art. 44, 82; N321` or `art. 42 to 44`
 */
export function chineseArticles(cited: string): string {
  const parts = cited.split('; ').map((part) => part.replace(/arts?\. (.+)$/, (_, list: string) => articles(list)));
  return parts.filter((part) => !/[a-z]{3,}/.test(part)).join('；');
}

const articles = (list: string): string => list.split(', ').map(article).join('、');

const article = (place: string): string =>
  place.replace(/^(\d+) to (\d+)$/, '第$1至$2条').replace(/^(\d+)(?=$|\()/, '第$1条');
