import type { AuthorityRule } from '../../pack.js';
import type { Bilingual, Confidence } from '../../proof.js';
import { since2017 } from './sources.js';

/**
 * One administration. Its code is the first label of its host name, which is not always the usual short form of the
 * province: `hb` is Hebei and `hub` Hubei, `sx` Shanxi and `shx` Shaanxi, `ha` Henan, `hun` Hunan and `hn` Hainan.
 * A prefix that was seen on permits is `secondary`, one that only follows from the province's short name `unverified`.
 */
function administration(
  code: string,
  province: Bilingual,
  prefixes: [string, ...string[]],
  confidence: Confidence,
): AuthorityRule {
  const name = { zh: `${province.zh}通信管理局`, en: `${province.en} Communications Administration` };
  return {
    ...since2017,
    id: `authority.${code}`,
    code,
    name,
    province,
    prefixes,
    host: `${code}ca.miit.gov.cn`,
    wording: {
      zh: `仅在${province.zh}经营的，由${name.zh}审批。`,
      en: `${name.en} decides where the service stays within ${province.en}.`,
    },
    citation: { source: 'TR', article: 'art. 9; PG' },
    confidence,
    examples: [
      ...prefixes.map((prefix) => ({ permitNumber: `${prefix}B2-20210001`, own: true })),
      { permitNumber: 'B2-20210001', own: false },
    ],
  };
}

/** MIIT first, then the 31 provincial administrations in the usual order. */
export const authorities: AuthorityRule[] = [
  {
    ...since2017,
    id: 'authority.MIIT',
    code: 'MIIT',
    name: { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' },
    province: null,
    prefixes: ['', '合字'],
    host: 'www.miit.gov.cn',
    wording: {
      zh: '业务覆盖两个以上省、自治区、直辖市的，由工业和信息化部审批。',
      en: 'MIIT decides where the service covers two provinces or more.',
    },
    citation: { source: 'TR', article: 'art. 9' },
    confidence: 'verified',
    examples: [
      { permitNumber: 'B2-20040851', own: true },
      { permitNumber: '合字B2-20160011', own: true },
      { permitNumber: '沪B2-20150021', own: false },
    ],
  },
  administration('bj', { zh: '北京市', en: 'Beijing' }, ['京'], 'secondary'),
  administration('tj', { zh: '天津市', en: 'Tianjin' }, ['津'], 'unverified'),
  administration('hb', { zh: '河北省', en: 'Hebei' }, ['冀'], 'unverified'),
  administration('sx', { zh: '山西省', en: 'Shanxi' }, ['晋'], 'unverified'),
  administration('nm', { zh: '内蒙古自治区', en: 'Inner Mongolia' }, ['蒙'], 'unverified'),
  administration('ln', { zh: '辽宁省', en: 'Liaoning' }, ['辽'], 'unverified'),
  administration('jl', { zh: '吉林省', en: 'Jilin' }, ['吉'], 'unverified'),
  administration('hlj', { zh: '黑龙江省', en: 'Heilongjiang' }, ['黑'], 'unverified'),
  administration('sh', { zh: '上海市', en: 'Shanghai' }, ['沪'], 'secondary'),
  administration('js', { zh: '江苏省', en: 'Jiangsu' }, ['苏'], 'unverified'),
  administration('zj', { zh: '浙江省', en: 'Zhejiang' }, ['浙'], 'unverified'),
  administration('ah', { zh: '安徽省', en: 'Anhui' }, ['皖'], 'unverified'),
  administration('fj', { zh: '福建省', en: 'Fujian' }, ['闽'], 'unverified'),
  administration('jx', { zh: '江西省', en: 'Jiangxi' }, ['赣'], 'unverified'),
  administration('sd', { zh: '山东省', en: 'Shandong' }, ['鲁'], 'unverified'),
  administration('ha', { zh: '河南省', en: 'Henan' }, ['豫'], 'unverified'),
  administration('hub', { zh: '湖北省', en: 'Hubei' }, ['鄂'], 'unverified'),
  administration('hun', { zh: '湖南省', en: 'Hunan' }, ['湘'], 'unverified'),
  administration('gd', { zh: '广东省', en: 'Guangdong' }, ['粤'], 'secondary'),
  administration('gx', { zh: '广西壮族自治区', en: 'Guangxi' }, ['桂'], 'unverified'),
  administration('hn', { zh: '海南省', en: 'Hainan' }, ['琼'], 'unverified'),
  administration('cq', { zh: '重庆市', en: 'Chongqing' }, ['渝'], 'unverified'),
  administration('sc', { zh: '四川省', en: 'Sichuan' }, ['川'], 'secondary'),
  administration('gz', { zh: '贵州省', en: 'Guizhou' }, ['黔', '贵'], 'secondary'),
  administration('yn', { zh: '云南省', en: 'Yunnan' }, ['滇', '云'], 'secondary'),
  administration('xz', { zh: '西藏自治区', en: 'Tibet (Xizang)' }, ['藏'], 'unverified'),
  administration('shx', { zh: '陕西省', en: 'Shaanxi' }, ['陕'], 'unverified'),
  administration('gs', { zh: '甘肃省', en: 'Gansu' }, ['甘', '陇'], 'unverified'),
  administration('qh', { zh: '青海省', en: 'Qinghai' }, ['青'], 'unverified'),
  administration('nx', { zh: '宁夏回族自治区', en: 'Ningxia' }, ['宁'], 'unverified'),
  administration('xj', { zh: '新疆维吾尔自治区', en: 'Xinjiang' }, ['新'], 'unverified'),
];
