import type { OutboundAnswer } from '../outbound-client.js';
import { dingtalk } from './dingtalk.js';
import { feishu } from './feishu.js';
import type { RobotTongue, RobotVerdict } from './robot-tongue.js';
import { wecom } from './wecom.js';

export type { RobotNote } from './robot-note.js';
export type { RobotTongue, RobotVerdict } from './robot-tongue.js';

export const robotTongues: Readonly<Record<'wecom' | 'dingtalk' | 'feishu', RobotTongue>> = { wecom, dingtalk, feishu };

/**
 * What became of a message. `uncertain`: it may stand in the group, and nobody can say; it is told again.
 */
export function robotVerdict(
  tongue: RobotTongue,
  answer: OutboundAnswer,
): RobotVerdict | { kind: 'uncertain'; code: string } {
  switch (answer.kind) {
    case 'refused':
      return { kind: 'later', code: `not allowed: ${answer.fault}` };
    case 'lost':
      return { kind: answer.handedOver ? 'uncertain' : 'later', code: answer.why };
    case 'answered': {
      const said = `HTTP ${answer.status}`;
      if (answer.status === 429) return { kind: 'too-many', code: said, pauseSeconds: 60 };
      const verdict = tongue.verdictOf(objectIn(answer.body));
      if (answer.status !== 200) return verdict && verdict.kind !== 'taken' ? verdict : { kind: 'later', code: said };
      return verdict ?? { kind: 'uncertain', code: `${said}, answer not understood` };
    }
    default:
      return answer satisfies never;
  }
}

/** The services answer with an object; anything else says nothing. */
function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
