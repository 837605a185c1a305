import {
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  type Period,
  type Principal,
  Unavailable,
} from '../../../libs/domain/index.js';
import { CompanyUnknown, NoSuchPerson } from '../../../libs/persistence/index.js';
import { ApiError } from '../problems/api-errors.js';
import { LicenseNotFound } from '../runtime/license-reader.js';

/** What lies outside the caller's scope answers as if it was not there; that it was denied is known to the house alone. */
export const outsideScope = 'outside-scope';

/**
 * Of what a body names and the caller does not see. To whoever is limited it may lie outside the scope, in the words of
 * what is not there at all: a denial then.
 */
export const unseen = <E extends Error>({ scopes }: Pick<Principal, 'scopes'>, error: E): E =>
  scopes.length === 0 ? error : Object.assign(error, { denied: outsideScope });

export class LicenseHidden extends LicenseNotFound {
  readonly denied = outsideScope;
}

export class CompanyHidden extends NotFound {
  readonly denied = outsideScope;

  constructor(companyId: string) {
    super('company-not-found', 'There is no such company.', { companyId });
  }
}

export class CompanyUnknownHidden extends CompanyUnknown {
  readonly denied = outsideScope;
}

export class PersonHidden extends NoSuchPerson {
  readonly denied = outsideScope;
}

export class ActionNotInToken extends ApiError {
  constructor(action: string, allowed: readonly string[]) {
    super('action-not-in-token', 403, `this token was not issued for "${action}"`, { details: { action, allowed } });
  }
}

export class AccessLimited extends ApiError {
  constructor(action: string) {
    super('access-limited', 403, `"${action}" concerns the whole house`, { details: { action } });
  }
}

/** Whoever may ask about a period asks about nothing else. */
export class MomentOutsidePeriod extends Forbidden {
  constructor(moment: string, period: Period) {
    super('moment-outside-period', `${moment} does not lie within the period that you may ask about`, {
      period,
      remedy: 'Ask about a moment within the period: GET /licenses/:id/history, and GET /licenses/:id/state?knownOn=….',
    });
  }
}

/** The token is right; the house knows nobody by what it calls its bearer, or who it is may do nothing any more. */
export class IdentityNotLinked extends ApiError {
  constructor() {
    super('identity-not-linked', 403, 'nobody who may do anything here is linked with what your token calls you');
  }
}

/** Tokens of the identity provider cannot be verified now; those of the house can. */
export class IdentityProviderAway extends Unavailable {
  /** @param cause what it did instead: for the log */
  constructor(cause?: unknown) {
    super('identity-provider-unavailable', 'the identity provider does not say by which keys it signs');
    this.cause = cause;
  }
}

export class TokenNotFound extends NotFound {
  constructor(tokenId: string) {
    super('token-not-found', 'There is no such token that holds', { tokenId, remedy: 'Look at GET /tokens.' });
  }
}

export class TokenHidden extends TokenNotFound {
  readonly denied = outsideScope;
}

export class OwnAccess extends Forbidden {
  constructor() {
    super('access-by-another', 'Nobody changes the own access', { remedy: 'Ask another administrator.' });
  }
}

export class ScopeUnknown extends InvalidInput {
  constructor(pointer: string, ids: readonly string[]) {
    super('scope-unknown', 'The scope names what is not there', {
      pointer,
      ids,
      remedy: 'Look at GET /companies and GET /licenses for the ids.',
    });
  }
}

export class NoIdentityProvider extends Conflict {
  constructor() {
    super('no-identity-provider', 'No identity provider is set up', {
      remedy:
        'Set OIDC_ISSUER and OIDC_AUDIENCE for the API, and start it again; people use tokens of the house till then.',
    });
  }
}

export class IdentityTaken extends Conflict {
  constructor() {
    super('identity-taken', 'Somebody else is linked with this name of the identity provider', {
      pointer: '/subject',
      remedy: 'Unlink the other person first.',
    });
  }
}
