/** `invalid`: the question or the pack is wrong. `unavailable`: the question is right, the rules to answer it are not here. */
export type RulebookErrorKind = 'invalid' | 'unavailable';

/**
 * What every refusal of this folder carries. `code` is permanent and kebab-case, `details` is plain JSON. It has the
 * fields of the domain's errors without being one, because the rulebook knows nothing of the domain.
 */
export class RulebookError extends Error {
  readonly code: string;
  readonly kind: RulebookErrorKind;
  readonly details: Record<string, unknown>;

  constructor(code: string, kind: RulebookErrorKind, message: string, details: Record<string, unknown>) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}

/** One defect of a pack: where it is (path into the pack), and what is wrong. */
export interface PackDefect {
  path: string;
  message: string;
}

/** A pack that must not be used; `details.defects` holds every defect that was found. */
export class InvalidPackError extends RulebookError {
  constructor(
    pack: string,
    readonly defects: PackDefect[],
  ) {
    const [first] = defects;
    const more = defects.length > 1 ? ` (and ${defects.length - 1} more)` : '';
    super('invalid-rule-pack', 'invalid', `rule pack ${pack}, ${first?.path}: ${first?.message}${more}`, {
      pack,
      defects,
    });
  }
}

/** A license pins a pack that this program does not have. */
export class UnknownPackError extends RulebookError {
  constructor(pack: string, known: string[]) {
    super('unknown-rule-pack', 'unavailable', `rule pack ${pack} is not here`, { pack, known });
  }
}

/** The pack has no such rule on that day. */
export class RuleNotInForceError extends RulebookError {
  constructor(pack: string, rule: string, on: string) {
    super('rule-not-in-force', 'invalid', `rule pack ${pack} has no rule ${rule} for ${on}`, { pack, rule, on });
  }
}
