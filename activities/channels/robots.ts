import type { Outbound, OutboundAnswer, RobotNote, RobotTongue, RobotVerdict } from '../../libs/channels/index.js';
import { lawOfLicense, urgencyOf, type WakeWindow } from '../../libs/domain/index.js';
import type { LetterBody, NoticeContent } from '../../libs/notices/index.js';
import type {
  ActOf,
  Cipher,
  ClaimedMessage,
  Robot,
  RobotAttempt,
  RobotKind,
  RobotMessageRepository,
  RobotRepository,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { noticeContent } from '../send/notice-content.js';
import { noteOf, testNote } from './robot-words.js';

export interface RobotDeps {
  robots: Pick<RobotRepository, 'find' | 'address'>;
  messages: Pick<RobotMessageRepository, 'claim' | 'keepRendered' | 'isWithheld' | 'settle'>;
  snapshots: Pick<SnapshotRepository, 'find'>;
  cipher: Cipher;
  outbound: Outbound;
  tongues: Readonly<Record<RobotKind, RobotTongue>>;
  verdict: (tongue: RobotTongue, answer: OutboundAnswer) => RobotVerdict | { kind: 'uncertain'; code: string };
  letter: (content: NoticeContent) => LetterBody;
  publicUrl: string;
  wakeWindow: WakeWindow;
  wallClock: () => number;
  actOf: ActOf;
}

/** Seconds between attempts; the last one repeats. */
const delays = [10, 60, 300, 1_800, 3_600];
/** As long as for a mail: what a group hears later than that helps nobody. */
const patienceMs = 20 * 3_600_000;

/** Makes one attempt at a robot's next message. @returns how many attempts were made: 0 where it is not its turn */
export async function tellRobot(deps: RobotDeps, robotId: string): Promise<number> {
  const robot = await deps.robots.find(robotId);
  const tongue = deps.tongues[robot.kind];
  const claimed = await deps.messages.claim(robotId, tongue.spacingSeconds, deps.actOf);
  if (!claimed) return 0;
  await deps.messages.settle(claimed, await attempt(deps, robot, tongue, claimed), deps.actOf);
  return 1;
}

async function attempt(
  deps: RobotDeps,
  robot: Robot,
  tongue: RobotTongue,
  claimed: ClaimedMessage,
): Promise<RobotAttempt> {
  const note = await rendered(deps, robot, claimed);
  if (typeof note === 'string') return { outcome: 'suppressed', answer: note };
  const moment = { language: robot.language, now: deps.wallClock() };
  const { url, body } = tongue.request(await deps.robots.address(robot.id), note, moment);
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const verdict = deps.verdict(tongue, await deps.outbound.post({ url, headers, body }));
  return attemptOf(verdict, claimed, deps.wallClock());
}

function attemptOf(verdict: ReturnType<RobotDeps['verdict']>, { message }: ClaimedMessage, now: number): RobotAttempt {
  const { kind, code: answer } = verdict;
  const afterSeconds = delays[message.attempts - 1] ?? 3_600;
  const isLast = now - Date.parse(message.storedAt) > patienceMs;
  switch (kind) {
    case 'taken':
      return { outcome: 'sent', answer };
    case 'refused':
      return { outcome: 'refused', answer };
    case 'unfit':
      return { outcome: 'failed', answer };
    case 'too-many':
      if (isLast) return { outcome: 'failed', answer };
      return { outcome: 'deferred', answer, afterSeconds: verdict.pauseSeconds, tooMany: true };
    case 'later':
      return isLast ? { outcome: 'failed', answer } : { outcome: 'deferred', answer, afterSeconds };
    case 'uncertain':
      return { outcome: 'uncertain', answer, afterSeconds: isLast ? null : afterSeconds };
    default:
      return kind satisfies never;
  }
}

/** What was rendered once is what is told; a reason where there is nothing to tell. */
async function rendered(deps: RobotDeps, robot: Robot, { message }: ClaimedMessage): Promise<RobotNote | string> {
  const place = `robot-message:${message.key}`;
  if (message.rendered) return JSON.parse(deps.cipher.openText(place, message.rendered)) as RobotNote;
  const note =
    message.purpose === 'test'
      ? testNote(robot.language, robot.name, deps.publicUrl)
      : await told(deps, robot, message);
  if (typeof note === 'string') return note;
  const kept = await deps.messages.keepRendered(message.key, deps.cipher.sealText(place, JSON.stringify(note)));
  return JSON.parse(deps.cipher.openText(place, kept)) as RobotNote;
}

async function told(
  { messages, snapshots, letter, publicUrl, wakeWindow, actOf }: RobotDeps,
  robot: Robot,
  message: ClaimedMessage['message'],
): Promise<RobotNote | string> {
  const { licenseId, seq, notice, obligationId, rung, dueAt, simulated } = message;
  if (licenseId === null || seq === null || notice === null || obligationId === null || rung === null)
    return 'the message is of no notice';
  const snapshot = await snapshots.find(licenseId);
  if (!snapshot) return 'the license has no state';
  const { now, validOn } = actOf(message);
  const urgency = urgencyOf(notice, validOn, lawOfLicense(snapshot.state).calendar);
  if (robot.urgentOnly && urgency === null) return 'not urgent, and this robot tells only what is';
  if (await messages.isWithheld(licenseId, seq)) return 'withheld from people too';
  const content = noticeContent({
    message: { obligationId, role: 'owner', notice, rung, dueAt, simulated },
    state: snapshot.state,
    recipient: { name: '', language: robot.language },
    now,
    publicUrl,
    acknowledgeUrl: null,
    wakeWindow,
  });
  return content ? noteOf(letter(content)) : 'the matter was closed before the message left';
}
