import { border } from './catalog/border.js';
import { channels } from './catalog/channels.js';
import { conduct } from './catalog/conduct.js';
import { corrections } from './catalog/corrections.js';
import { duties } from './catalog/duties.js';
import { endings } from './catalog/endings.js';
import { filing } from './catalog/filing.js';
import { house } from './catalog/house.js';
import { inAndOut } from './catalog/in-and-out.js';
import { packs } from './catalog/packs.js';
import { papers } from './catalog/papers.js';
import { past } from './catalog/past.js';
import { permit } from './catalog/permit.js';
import { planning } from './catalog/planning.js';
import { portfolio } from './catalog/portfolio.js';
import { privacy } from './catalog/privacy.js';
import { system } from './catalog/system.js';
import { type Chapter, type Wording, words } from './catalog/wording.js';

export type { Wording } from './catalog/wording.js';

/** The chapters of docs/problems.md, in its order. */
export const chapters: Readonly<Record<string, Chapter>> = {
  border,
  house,
  planning,
  filing,
  packs,
  papers,
  permit,
  endings,
  conduct,
  duties,
  corrections,
  past,
  channels,
  portfolio,
  'in-and-out': inAndOut,
  privacy,
  system,
};

export const catalog: Chapter = Object.assign({}, ...Object.values(chapters));

const general = words('请求被拒绝', 'Refused', '请按说明修改后重试。', 'Correct what is described and try again.');

/** Every code has words of its own (a spec compares); the general ones are for codes of a newer core. */
export const wordingOf = (code: string): Wording =>
  Object.hasOwn(catalog, code) ? (catalog[code] ?? general) : general;
