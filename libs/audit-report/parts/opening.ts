import type { Block } from '../blocks.js';
import { beijingTime, endsAhead, type Telling } from '../telling.js';

/** What this is, of which license, for which days, made when and by which version. */
export function* opening({ content, say }: Telling): Iterable<Block> {
  const { about } = say;
  yield { heading: say.title, level: 1 };
  if (content.simulated) yield { text: say.simulated, as: 'warning' };
  yield {
    facts: [
      [about.company, content.company.name],
      [about.uscc, content.company.uscc],
      [about.permit, (content.last ?? content.first)?.permit?.number ?? about.noPermit],
      [about.license, content.licenseId],
      [
        about.period,
        [
          say.span(content.period.from, content.period.to),
          ...(endsAhead(content) ? [{ text: about.askedTo(content.asked.to), as: 'mark' as const }] : []),
        ],
      ],
      [about.madeAt, beijingTime(content.createdAt)],
      [about.release, `Paizhao ${content.release}`],
    ],
  };
  yield { text: about.purpose };
  yield { text: about.times };
}
