import { DomainError, type LicenseEvent, type PermitFinding } from '../../../libs/domain/index.js';

/** As the core lists several faults. */
export interface Refusal {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

/** Days that the law does not reach are refused: nothing is to be found beside that. */
export function asFarAsKnown(find: () => PermitFinding[]): PermitFinding[] {
  try {
    return find();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'kind' in error) return [];
    throw error;
  }
}

/** What judging a command comes to. @throws what is no refusal */
export function outcome(judge: () => LicenseEvent[]): { events: string[]; refusals: Refusal[] } {
  try {
    return { events: judge().map(({ type }) => type), refusals: [] };
  } catch (error) {
    return { events: [], refusals: refusalsOf(error) };
  }
}

export function refusalsOf(error: unknown): Refusal[] {
  if (!(error instanceof DomainError)) throw error;
  const { code, message, details } = error;
  const alone = { pointer: details.pointer ?? '', code, message, remedy: details.remedy ?? '' };
  return (details.errors as Refusal[] | undefined) ?? [alone];
}
