import { z } from 'zod';
import { coverage, people } from './fields.js';
import { madeCorrection, paper, textRef } from './papers.js';

/** The form of what is read, for the description; tests hold real answers against it. */
export const day = z.string().meta({ format: 'date' });
const instant = z.string().meta({ format: 'date-time' });
export const bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' });
export const citation = z.object({ source: z.string(), article: z.string() }).meta({ id: 'Citation' });
export const confidence = z.enum(['verified', 'secondary', 'unverified']);
const firmness = z.enum(['firm', 'provisional']);

const proof = z
  .object({
    ruleId: z.string(),
    pack: z.string(),
    calendar: z.string(),
    citation,
    confidence,
    wording: bilingual,
    inputs: z.record(z.string(), z.union([z.string(), z.number()])),
    steps: z.array(
      z.object({
        date: day,
        counted: z.boolean(),
        reason: z.object({ code: z.string(), zh: z.string(), en: z.string() }),
      }),
    ),
    result: day,
    firmness,
  })
  .meta({
    id: 'DeadlineProof',
    description: 'Why a date is what it is: rule, article, calendar and every day that matters',
  });

const deadline = z
  .object({
    date: day,
    safeDay: day.nullable(),
    firmness,
    readings: z.array(z.object({ id: z.string(), date: day, rolled: day, proof })),
  })
  .meta({ id: 'Deadline' });

const preparation = z.object({
  startBy: day,
  workingDays: z.int(),
  lastTime: z.int(),
  count: z.int(),
  of: z.enum(['license', 'company']),
});

export const obligation = z
  .object({
    id: z.string(),
    kind: z.string(),
    duty: z.enum(['company', 'authority', 'right']),
    filingId: z.string().nullable(),
    period: z.string().nullable(),
    openedOn: day,
    deadline: deadline.nullable(),
    cureEnd: day.nullable(),
    paused: z.boolean(),
    preparation: z
      .object({
        startBy: day,
        workingDays: z.int(),
        lastTime: z.int(),
        count: z.int(),
        of: z.enum(['license', 'company']),
      })
      .nullable()
      .meta({ description: 'The latest safe start, by what own filings of the kind took; null without history' }),
    next: bilingual,
  })
  .meta({ id: 'Obligation' });

const planned = z.object({ rung: z.string(), day, at: instant });

export const agendaAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    today: day,
    simulated: z.boolean(),
    pins: z.object({ pack: z.string(), calendar: z.string() }),
    obligations: z.array(obligation.extend({ planned: z.array(planned) })),
  })
  .meta({ id: 'Agenda' });

export const filingLine = z.object({ id: z.string(), kind: z.string(), status: z.string() });

export const filingAnswer = filingLine
  .extend({
    licenseId: z.uuid(),
    seq: z.int(),
    period: z.string().nullable(),
    plannedOn: day.nullable(),
    materials: z.record(
      z.string(),
      z.array(z.object({ materialId: z.string(), version: z.int(), sha256: z.string() })),
    ),
    rounds: z.array(z.object({ round: z.int(), submittedOn: day, receivedOn: day.nullable() })),
    acceptance: z.object({ on: day, by: z.enum(['notice', 'silence']), confirmed: z.boolean() }).nullable(),
    follows: z.string().nullable().meta({ description: 'The filing that this one goes on with at another authority' }),
    followedBy: z.string().nullable(),
    papers: z.array(paper).meta({ description: 'What the authority gave: numbers, days, who entered them, scans' }),
    rights: z
      .array(obligation)
      .meta({ description: 'Reconsideration and court against its decision, while they are open, with their proofs' }),
    corrections: z.array(madeCorrection).meta({ description: 'Corrections of entries about this filing' }),
  })
  .meta({ id: 'Filing' });

export const permit = z
  .object({
    number: z.string(),
    status: z.string(),
    serviceTypes: z.array(z.string()),
    coverage,
    terms: z.array(
      z.object({
        validFrom: day,
        lastDay: day,
        printedLastDay: day.nullable(),
        computedLastDay: day,
        provisional: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PermitOnRecord' });

export const licenseAnswer = z
  .object({
    licenseId: z.uuid(),
    seq: z.int(),
    status: z.string(),
    today: day,
    simulated: z.boolean(),
    needsAttention: z.boolean(),
    attention: z.array(z.object({ reason: z.string(), about: z.string(), since: day })),
    companyId: z.uuid(),
    people,
    authority: z.string(),
    office: z.string(),
    serviceTypes: z.array(z.string()),
    follows: z.uuid().nullable(),
    followedBy: z.array(z.uuid()).meta({ description: 'Licenses that were opened to follow this one' }),
    replacedBy: z.uuid().nullable().meta({ description: 'The license whose permit took the place of this one' }),
    filings: z.array(filingLine),
    permit: permit.nullable(),
    wakeUp: z.object({ at: instant, why: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'License' });

export const correctionsAnswer = z
  .object({
    licenseId: z.uuid(),
    entries: z.array(
      z.object({
        seq: z.int(),
        member: z.string(),
        kind: z.enum([
          'day',
          'number',
          'items',
          'service-types',
          'coverage',
          'filing',
          'period',
          'yes-no',
          'authority',
          'movement',
        ]),
        value: z.unknown(),
      }),
    ),
    proposed: z.array(
      z.object({
        seq: z.int(),
        member: z.string(),
        from: z.unknown(),
        to: z.unknown(),
        reason: textRef.meta({ description: 'Why, for whoever may read it' }),
        proposedBy: z.string(),
        proposedSeq: z.int().meta({ description: 'The entry that proposes it, which an approval names' }),
      }),
    ),
    made: z.array(madeCorrection).meta({ description: 'Corrections that hold, in the order in which they were made' }),
  })
  .meta({ id: 'Corrections' });

const delivery = z.object({
  key: z.string(),
  role: z.enum(['owner', 'deputy', 'manager']),
  personId: z.string(),
  channel: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed']),
  urgency: z.string().nullable().meta({ description: 'Why it leaves at once; null where it may wait' }),
  leaves: z.enum(['alone', 'digest']),
  digest: z.string().nullable().meta({ description: 'Key of the message that carries it with others' }),
  attempts: z.int(),
  smtpAnswer: z.string().nullable().meta({ description: 'What the server said, or why nothing was sent' }),
  dueAt: instant,
  changedAt: instant.nullable(),
  grounds: z
    .object({
      ladder: z.object({ of: z.enum(['pack', 'house', 'license']), seq: z.int().nullable() }),
      preparation: preparation.nullable(),
      away: z.array(z.enum(['owner', 'deputy'])),
    })
    .nullable()
    .meta({ description: 'Whose ladder it came from, what own history advises, who was away; null before 0.3.0' }),
});

export const noticesAnswer = z
  .object({
    licenseId: z.uuid(),
    simulated: z.boolean(),
    planned: z.array(planned.extend({ obligationId: z.string() })),
    notices: z.array(
      z.object({
        obligationId: z.string(),
        rung: z.string(),
        on: day,
        skipped: z.boolean(),
        acknowledgedBy: z.string().nullable(),
        snoozedUntil: day.nullable(),
        escalatedTo: z.array(z.enum(['deputy', 'manager'])),
        seq: z.int(),
        deliveries: z.array(delivery),
      }),
    ),
  })
  .meta({ id: 'Notices' });

const noticeAct = z.object({
  seq: z.int(),
  at: instant,
  by: z.object({ kind: z.string(), id: z.string() }),
  until: day.nullable(),
});

const told = z.object({
  key: z.string(),
  role: z.enum(['owner', 'deputy', 'manager']),
  person: z.object({
    id: z.string(),
    name: z.string().nullable().meta({ description: 'For whoever may read people' }),
  }),
  standIn: z.boolean().meta({ description: 'Told because somebody else could not be reached' }),
  channel: z.string(),
  state: delivery.shape.state,
  attempts: z.int(),
  dueAt: instant,
  settledAt: instant.nullable(),
  story: z.array(
    z.object({
      seq: z.int().meta({ description: "Entry of the license's delivery stream" }),
      at: instant,
      storedAt: instant,
      type: z.string(),
      attempt: z.int().nullable(),
      answer: z.string().nullable(),
      status: z.string().nullable(),
      words: bilingual.nullable(),
    }),
  ),
});

export const obligationDeliveriesAnswer = z
  .object({
    licenseId: z.uuid(),
    obligationId: z.string(),
    simulated: z.boolean(),
    planned: z.array(planned),
    rungs: z.array(
      z.object({
        rung: z.string(),
        firings: z.array(
          z.object({
            seq: z.int(),
            at: instant,
            plannedOn: day,
            date: day.nullable(),
            safeDay: day.nullable(),
            firmness,
            late: z.boolean(),
            to: z.array(z.object({ role: z.enum(['owner', 'deputy', 'manager']), person: z.string() })),
          }),
        ),
        skippedBy: z.array(z.int()).meta({ description: 'Recorded instead of sent, by these entries' }),
        acknowledged: z.array(noticeAct),
        snoozed: z.array(noticeAct),
        messages: z.array(told),
      }),
    ),
  })
  .meta({ id: 'ObligationDeliveries' });

export const alarmsAnswer = z
  .object({
    alarms: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        subject: z.string().meta({ description: 'A license, a queue, a week: ids only' }),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
        words: bilingual.nullable(),
        runbook: z.string(),
        raisedAt: instant,
        lastToldAt: instant.nullable(),
        toldBy: z.enum(['mail', 'webhook', 'log']).nullable(),
        tellings: z.int(),
        clearedAt: instant.nullable(),
        clearToldAt: instant.nullable(),
      }),
    ),
    next: z.uuid().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'Alarms' });

export const historyEntry = z.object({
  seq: z.int(),
  type: z.string(),
  v: z.int(),
  validOn: day,
  recordedAt: instant,
  storedAt: instant,
  actor: z.object({ kind: z.string(), id: z.string() }),
  commandId: z.string(),
  words: bilingual.nullable(),
  daysLate: z
    .int()
    .meta({ description: 'Days from the day on which it was true to that of its entry; 0 on the same day' }),
});

export const historyAnswer = z
  .object({
    licenseId: z.uuid(),
    entries: z.array(
      historyEntry.extend({
        correctedBy: z
          .array(z.int())
          .meta({ description: 'Entries that correct this one, as far as they are on record' }),
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: 'History' });

export const companyAnswer = z
  .object({
    id: z.uuid(),
    seq: z.int(),
    recordedAt: instant,
    facts: z.object({ name: z.string(), uscc: z.string(), province: z.string() }),
  })
  .meta({ id: 'Company' });

export const companiesAnswer = z
  .object({
    companies: z.array(
      z.object({ id: z.uuid(), seq: z.int(), name: z.string(), uscc: z.string(), recordedAt: instant }),
    ),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'Companies' });

export const companyRegistered = z.object({ companyId: z.uuid(), seq: z.int() }).meta({ id: 'CompanyRegistered' });

export const companyFactRecorded = z
  .object({
    companyId: z.uuid(),
    seq: z.int(),
    eventId: z.uuid(),
    licenses: z.array(z.uuid()).meta({ description: 'Licenses that will hear of it' }),
    notify: z.boolean().meta({ description: 'Whether people are mailed only because a date moved' }),
  })
  .meta({ id: 'CompanyFactRecorded' });

export const skipped = z
  .object({
    licenseId: z.uuid(),
    simulated: z.literal(true),
    from: instant,
    now: instant,
    today: day,
    unsent: z.int().meta({ description: 'Messages that are still on their way' }),
  })
  .meta({ id: 'Skipped' });
