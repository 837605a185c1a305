/** Made from docs/openapi.json: node scripts/check/documents.mjs --write */
export interface paths {
    "/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are here, what you may do, and to what you are limited */
        get: operations["Access.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was denied on a day, to whom, why and how often, who exported what, who read papers that show persons (written every few seconds), and who asked what about the past */
        get: operations["AccessRecords.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All adoptions, the newest first */
        get: operations["Adoptions.list"];
        put?: never;
        /** Propose a new version of rules or calendar: works out which dates of open licenses would move, moves nothing */
        post: operations["Adoptions.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adoptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One adoption, and how far it has come */
        get: operations["Adoptions.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adoptions/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an adoption, as a second person: it is carried to the licenses at the rate that is chosen here, or the usual one */
        post: operations["Adoptions.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adoptions/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which license, which date, from, to, and by which rule: as of the proposal */
        get: operations["Adoptions.impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/adoptions/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject an adoption, or take it back */
        post: operations["Adoptions.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What should not be so: silence, stuck work, and who was told how */
        get: operations["Alarms.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/as-of/licenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The licenses as they were on a day and as they were known at a moment: lines of JSON with the progress, ordered by id */
        get: operations["LicenseList.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Is a permit needed and which, who decides, what stands in the way, which materials: each line with its article */
        post: operations["Assessments.assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a mail that came back (RFC 3464), as it is. The same bytes are the same report: no key is needed */
        post: operations["Bounces.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of all licenses that you may see, in one order, from a place on */
        get: operations["Changes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All companies, by name */
        get: operations["Companies.list"];
        put?: never;
        /** Register a company that holds or wants a permit */
        post: operations["Companies.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A company's facts as they are known now */
        get: operations["Companies.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/companions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates beside the permits of a company, with what is due about each */
        get: operations["CompanyCompanions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the name of a former legal representative or shareholder, for good; not of those by whom the company is known while it has a license */
        post: operations["Erasure.eraseTextsOfCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a changed fact: it opens duties on every license of the company */
        post: operations["Companies.recordFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the company was put on, or taken from, a list; every license of it is told */
        post: operations["Companies.recordFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company as it was on a day and as it was known at a moment: its facts, the entries that tell them, who could see it */
        get: operations["CompanyAsOf.state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/state-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed of a company between two days: entries with actors and reasons, facts */
        get: operations["CompanyChanges.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and trends of the licenses that meet the conditions */
        get: operations["Dashboard.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same counts company by company; who is pressed most comes first */
        get: operations["Dashboard.companies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Export a view as CSV, XLSX or PDF; a job writes it, and it is on record */
        post: operations["Exports.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, once its job is done; kept for a week */
        get: operations["Exports.sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your calendars; an administrator sees everybody’s */
        get: operations["Feeds.list"];
        put?: never;
        /** Make a calendar of dates; its address is shown this once and never again */
        post: operations["Feeds.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a calendar: its address answers no more */
        post: operations["Feeds.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar itself (RFC 5545), by its address alone */
        get: operations["Feeds.fetch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Database and Temporal answer, a worker polls each queue, and the law that licenses pin is here; else 503 */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/house/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase what people wrote for the house, for good: evidence of readings that are not in force, reasons of ladders, erasures and questions about the past */
        post: operations["Erasure.eraseTextsOfHouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/house/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who might do what, and which rules, calendar, readings and reminders the house had chosen, on a day and as known at a moment */
        get: operations["HouseAsOf.state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/house/state-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the house decided between two days: entries with actors and reasons, and what was before */
        get: operations["HouseAsOf.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a sheet of permits, or try it; a job does it */
        post: operations["Imports.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each row, and what there is to say of its cells, in the order of rows */
        get: operations["Imports.findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheet as it came, with what there is to say of each cell */
        get: operations["Imports.sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty sheet with headings, notes and an example */
        get: operations["Imports.template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your jobs, newest first; an administrator sees that others have theirs */
        get: operations["Jobs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job has come */
        get: operations["Jobs.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job has come, as server-sent events until it has ended */
        get: operations["Jobs.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For each kind with a safe day: the days of the rules, and those that the house chose */
        get: operations["Ladders.list"];
        put?: never;
        /** Choose the days of reminding before the safe day, for a kind of obligation; null goes back to the default. Licenses are told at the set rate */
        post: operations["Ladders.choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portfolio and the search in it; what presses most comes first */
        get: operations["Portfolio.list"];
        put?: never;
        /** Open a license: from here on it is prepared, followed and kept */
        post: operations["LicenseCommands.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A license as it stands */
        get: operations["Licenses.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge a notice: its escalation stops, the next rung does not */
        post: operations["NoticeCommands.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due, each date with its proof, and the reminders planned for it */
        get: operations["Licenses.agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/attention-clearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a person has looked */
        post: operations["LicenseCommands.clearAttention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/audit-bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit bundle of the license as a ZIP: whole chains, checkpoints and proofs, law, documents, dates, messages, reports (paizhao verify) */
        get: operations["AuditBundles.bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the permit's formal end (注销) */
        post: operations["LicenseEndings.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the matter: nothing is due any more */
        post: operations["LicenseCommands.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written about a license, the oldest first */
        get: operations["Comments.list"];
        put?: never;
        /** Write something about a license, a filing or a task */
        post: operations["Comments.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/comments/{commentId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what you wrote: its text is erased */
        post: operations["Comments.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/companions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates beside the permit, and the kinds that the rules know */
        get: operations["Companions.list"];
        put?: never;
        /** Record a certificate beside the permit; its renewal and reports become due */
        post: operations["Companions.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/companions/{companionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a certificate is no longer used */
        post: operations["Companions.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/companions/{companionId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the certificate that follows */
        post: operations["Companions.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/companions/{companionId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the yearly report on a number */
        post: operations["Companions.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Special conditions of the permit, and whether they are met */
        get: operations["Duties.conditions"];
        put?: never;
        /** Record a special condition that the permit prints (特别规定事项) */
        post: operations["Duties.condition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/conditions/{conditionId}/fulfillment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a special condition was met, with its evidence */
        post: operations["Duties.meet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be corrected, corrections that wait for a second person, and those that hold */
        get: operations["Corrections.list"];
        put?: never;
        /** Say that an entry is wrong, and what should stand there */
        post: operations["Corrections.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/corrections/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree, as a second person: from here on what is corrected holds */
        post: operations["Corrections.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/deliveries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain of the license's deliveries, for verification without this server (paizhao verify) */
        get: operations["Deliveries.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/done-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks that somebody has done, the newest first */
        get: operations["DoneTasks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standing duties of the license by rule, and when they were confirmed */
        get: operations["Duties.duties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/duties/{duty}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that a standing duty is met, such as the display of the permit number */
        post: operations["Duties.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase what people wrote, or names, for good: the record keeps that something was there */
        post: operations["Erasure.eraseTextsOfLicense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The license's chain, for verification without this server (paizhao verify) */
        get: operations["History.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a filing: new, renewal, change, termination, reissue or annual report */
        post: operations["Filings.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A filing with its rounds, materials, sign-off and decision */
        get: operations["Filings.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the notice of acceptance (受理) */
        post: operations["FilingCommands.acceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/acceptance-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that the authority was silent and the filing counts as accepted */
        post: operations["FilingCommands.confirmAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/correction-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the authority asked for, round by round, and its answers */
        get: operations["CorrectionItems.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/correction-items/{itemId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an item that names no material in words */
        post: operations["CorrectionItems.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/correction-items/{itemId}/passing-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come again without an answer to an item, for a reason */
        post: operations["CorrectionItems.passOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/correction-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a correction notice (补正) with its items */
        post: operations["FilingCommands.correctionNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents of the company that can be supplied again, some licenses at a time: the newest first, each content once */
        get: operations["MaterialCopies.known"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters and forms that can be drafted, and what each lacks */
        get: operations["Drafts.drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/drafts/{requirementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft as a PDF in Chinese, to be checked, signed and sealed */
        get: operations["Drafts.draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/expert-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an expert review began; the review clock stands still */
        post: operations["FilingCommands.expertReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/expert-review-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the expert review ended; the review clock runs again */
        post: operations["FilingCommands.expertReviewEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the filing was granted; the permit follows */
        post: operations["FilingCommands.grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Supply a material: a PDF, Word document, PNG or JPEG of at most 5 MB */
        post: operations["Materials.supply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/materials/{materialId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of one version */
        get: operations["Materials.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/materials/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Supply a document that the company has on record, without another upload */
        post: operations["MaterialCopies.copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/non-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a decision not to accept (不予受理) */
        post: operations["FilingCommands.nonAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/originals/{requirementId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a showing or a return that was entered by mistake; the entry stays on record */
        post: operations["Originals.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/originals/{requirementId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record who has the original of a paper, or where it is, and when it is due back */
        post: operations["Originals.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/originals/{requirementId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an original came back; also after the filing has ended */
        post: operations["Originals.takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/originals/{requirementId}/showing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an original was shown at the authority's window */
        post: operations["Originals.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every sign-off of the filing: by whom, for which materials, handed in or not */
        get: operations["Packs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/packs/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A signed pack as a ZIP archive: the same bytes whenever it is asked for */
        get: operations["Packs.archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The authority's papers about one filing */
        get: operations["Papers.ofFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/permit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the permit of a granted filing, as printed */
        post: operations["PermitEntry.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/permit/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that is unusual about a permit or otherwise than computed or filed; enters nothing */
        post: operations["PermitEntry.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan the day of handing in: freshness is judged on it */
        post: operations["FilingCommands.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/portal-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields of the portal's form, filled in as far as is on record */
        get: operations["Drafts.portalForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the public notice of a termination, or of a lost permit */
        post: operations["FilingCommands.publication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the authority's receipt; the five working days start */
        post: operations["FilingCommands.receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the filing was refused; the times for appeal start */
        post: operations["FilingCommands.refusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/renewal-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that the authority was silent at expiry and the permit counts as renewed */
        post: operations["FilingCommands.confirmRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/report-filed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the annual report is filed */
        post: operations["FilingCommands.reportFiled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/report-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an annual report came back for correction */
        post: operations["FilingCommands.reportReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the filing needs, with citations, what was supplied, how fresh it is on the filing day, where originals are */
        get: operations["Filings.requirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the pack of materials off; never by a person who prepared it */
        post: operations["SignOff.signOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/site-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a site visit during acceptance or review; no clock stands still */
        post: operations["Inspections.visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the signed pack was handed in */
        post: operations["FilingCommands.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/termination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the end that a granted termination brings: of the permit, or of types */
        post: operations["FilingCommands.termination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/filings/{filingId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the company withdrew the filing */
        post: operations["FilingCommands.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the company was put on, or taken from, a list of the authorities */
        post: operations["LicenseCommands.flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything on record, oldest first, in words and raw */
        get: operations["History.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/income": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State what the license earned without a right to; the exposure follows it */
        post: operations["Operations.income"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inspections with findings and answers, and site visits */
        get: operations["Inspections.list"];
        put?: never;
        /** Record that an inspection was held, what it found, and until when to answer */
        post: operations["Inspections.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/inspections/{inspectionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an inspection was answered */
        post: operations["Inspections.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/inspections/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an inspection was announced */
        post: operations["Inspections.announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For each kind with a safe day: the days that hold, and whose choice they are */
        get: operations["LicenseLadders.list"];
        put?: never;
        /** Choose the days of reminding before the safe day for this license; null goes back to those of the house */
        post: operations["LicenseLadders.choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/non-renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide to let the permit, or some of its types, end with the term */
        post: operations["LicenseEndings.decideNonRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/non-renewal-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the authority was told that there will be no renewal */
        post: operations["LicenseEndings.reportNonRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/non-renewal-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the decision not to renew: the renewal is due again */
        post: operations["LicenseEndings.withdrawNonRenewal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices: those planned, those that fired, what became of each message, who acknowledged */
        get: operations["Notices.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/obligations/{obligationId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What left for whom about one date: rungs, messages, attempts with answers, what came back, who acknowledged */
        get: operations["Deliveries.ofObligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/obligations/{obligationId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an obligation is due when it is: as JSON, or with Accept: text/plain as a text by Accept-Language */
        get: operations["Explanations.explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/obligations/{obligationId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A duty as it was on a day and as it was known at a moment: its date with the proof, who had been told */
        get: operations["LicenseAsOf.obligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where services run, when they had no right to, and what that may cost by which rule */
        get: operations["Operations.list"];
        put?: never;
        /** Record that a service runs in a province; without a right it raises an alarm */
        post: operations["Operations.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/operations/{operationId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose other days of a service, or to take back what was entered by mistake; a second person approves it as a correction of `period` */
        post: operations["Operations.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/operations/{operationId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a service stopped in a province */
        post: operations["Operations.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/operator-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether the operator changes with a shareholder change */
        post: operations["NoticeCommands.answerOperatorQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/originals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the originals of all filings are; those that are out first */
        get: operations["Originals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The authority's papers, in the order of their entry */
        get: operations["Papers.ofLicense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/papers/{seq}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tie an uploaded image to the entry of the paper that it shows */
        post: operations["Papers.attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/papers/{seq}/scans/{scanId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of an image */
        get: operations["Papers.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name owner, deputy and manager anew */
        post: operations["LicenseCommands.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/permit-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide which end of the permit holds, where print and computation differ */
        post: operations["LicenseCommands.decidePermitEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/permit-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the paper permit was handed back */
        post: operations["LicenseEndings.returnPermit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a license on record, from its present state */
        post: operations["Rehearsals.rehearseLicense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the permit was revoked (吊销), set aside (撤销) or withdrawn (撤回) */
        post: operations["LicenseEndings.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload the image of a paper; it is kept once an entry is tied to it */
        post: operations["Papers.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a service was opened: once per type, the proof for its renewal */
        post: operations["LicenseCommands.openService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/snoozes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a notice off, but not beyond the safe day */
        post: operations["NoticeCommands.snooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The license as it was on a day and as it was known at a moment: law, dates, messages that had left, who could see it */
        get: operations["LicenseAsOf.state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/state-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two days: entries with actors and reasons, facts, dates, messages */
        get: operations["LicenseChanges.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/subsidiaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorized subsidiaries, and the rule about them */
        get: operations["Subsidiaries.list"];
        put?: never;
        /** Record a subsidiary that the issuer approved */
        post: operations["Subsidiaries.authorize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/subsidiaries/{subsidiaryId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the authorization of a subsidiary ended */
        post: operations["Subsidiaries.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an order to stop (停业整顿) */
        post: operations["LicenseCommands.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/suspension-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the order to stop was lifted */
        post: operations["LicenseCommands.liftSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/waiver-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a proposed waiver: the ladder of the duty ends */
        post: operations["NoticeCommands.approveWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/{id}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that a duty be waived; a second person decides */
        post: operations["NoticeCommands.proposeWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a permit that is already held, with what is known of its past */
        post: operations["LicenseCommands.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/originals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Originals that are out, of all licenses; what is due back first comes first */
        get: operations["OriginalsOut.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody, with names and mail addresses; within a scope, the people of its licenses */
        get: operations["People.list"];
        put?: never;
        /** Add a person: to act, or to be told */
        post: operations["People.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person, with name and mail address */
        get: operations["People.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Absences of a person, the earliest first */
        get: operations["Absences.list"];
        put?: never;
        /** Record that a person is away: the deputy of each license is told at once, and nothing waits for the absent */
        post: operations["Absences.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/absences/{absenceId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an absence off */
        post: operations["Absences.callOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person may do */
        get: operations["Access.read"];
        /** Give and take roles, and limit a person to companies, licenses, a period; all of it; never one’s own */
        put: operations["Access.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/access-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who read, exported, asked or was denied what about a person, and why, the newest first: for the person, or an administrator */
        get: operations["PersonalData.accessTo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a person leaves: refused with the list while a license has nobody who takes over */
        post: operations["Successions.depart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the personal data of somebody who has left: for good, also in old copies of the database that do not hold its key; what was done stays on record, without a name */
        post: operations["Erasure.erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand what a person does for open licenses over to another: all of them, or those named; carried at the set rate */
        post: operations["Successions.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Link a person with what the identity provider calls them */
        put: operations["Access.link"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept about a person: for the person, or an administrator; who was given it is on record */
        get: operations["PersonalData.give"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person asks of reminders */
        get: operations["Preferences.read"];
        /** Change your own, or as an administrator anybody’s; all of it */
        put: operations["Preferences.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a person is back, or never left: licenses stay where they are */
        post: operations["Successions.takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every error code with its title and remedy, in both languages; a page for browsers */
        get: operations["Problems.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One error code: what it means, and what helps; a page for browsers */
        get: operations["Problems.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All readings that were proposed, with what became of them */
        get: operations["Readings.list"];
        put?: never;
        /** Propose how an unclear rule is read */
        post: operations["Readings.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a proposed reading, as a second person; licenses are told */
        post: operations["Readings.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proposed reading, or take it back */
        post: operations["Readings.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Five years ahead: every window, duty and reminder until the renewal, with the days of slack */
        post: operations["Rehearsals.rehearse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rehearsals/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two plans side by side: which days, reminders and findings differ */
        post: operations["Rehearsals.compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/periods/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose how long something is kept, in days */
        put: operations["Retention.choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long what need not stay is kept, and what goes next, on which day */
        get: operations["Retention.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All chat robots, without their addresses */
        get: operations["Robots.list"];
        put?: never;
        /** Register a chat robot; URL and secret are never shown again */
        post: operations["Robots.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One chat robot */
        get: operations["Robots.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change name, language, address, secret or filters */
        post: operations["Robots.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable a chat robot; what waits for it is not told */
        post: operations["Robots.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{id}/enabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable a chat robot */
        post: operations["Robots.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each message, newest first */
        get: operations["Robots.messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message to the group */
        post: operations["Robots.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulation/licenses/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Skip a license's time; it is marked as simulated for good. Only where simulation is on */
        post: operations["Simulation.skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open duties of the company, what corrections ask for, originals due back, uploads in no entry; what presses most first */
        get: operations["Tasks.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your tokens, without their text; an administrator sees everybody’s */
        get: operations["Tokens.list"];
        put?: never;
        /** Issue a bearer token; it is shown this once and never again */
        post: operations["Tokens.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a token of your own, or as an administrator anybody’s: it is good for nothing from now on */
        post: operations["Tokens.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your views, and those that are shared */
        get: operations["Views.list"];
        put?: never;
        /** Keep a filter under a name */
        post: operations["Views.keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A view: its name and conditions */
        get: operations["Views.one"];
        /** Change a view of yours; all of it */
        put: operations["Views.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Export what meets a view now as CSV, XLSX or PDF; as POST /exports */
        post: operations["ViewExports.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}/licenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The licenses of a view, page by page */
        get: operations["Views.licenses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a view of yours, and with it the calendars that show it */
        post: operations["Views.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All webhooks, without their secrets */
        get: operations["Webhooks.list"];
        put?: never;
        /** Register a webhook; its secret is shown this once */
        post: operations["Webhooks.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook, and its newest replays */
        get: operations["Webhooks.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change name, URL or what is asked for */
        post: operations["Webhooks.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each message, newest first */
        get: operations["Webhooks.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable a webhook; what waits for it is not sent */
        post: operations["Webhooks.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/enabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable a webhook; a replay brings what it missed */
        post: operations["Webhooks.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again, under the same ids, what was stored in between */
        post: operations["Webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret; the old one signs too for a while */
        post: operations["Webhooks.replaceSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test; look at its delivery for the outcome */
        post: operations["Webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Both days are days of the absence
         * @example {
         *       "from": "2026-11-20",
         *       "until": "2031-11-19"
         *     }
         */
        Absence: {
            from: components["schemas"]["CivilDate"];
            until: components["schemas"]["CivilDate"];
        };
        Absences: {
            absences: {
                /** Format: uuid */
                absenceId: string;
                calledOff: boolean;
                /** Format: date */
                from: string;
                houseSeq: number;
                /** Format: date */
                until: string;
            }[];
        };
        /**
         * @example {
         *       "acceptedOn": "2026-11-20",
         *       "number": "沪通受 2026-0210"
         *     }
         */
        Acceptance: {
            acceptedOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        AccessAboutPerson: {
            /** Format: date */
            from: string;
            /** @description `before` of the next page; null where there are no older ones */
            next: string | null;
            /** Format: uuid */
            personId: string;
            records: {
                by: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                /** Format: date */
                day: string;
                /** @description What was read or asked, how often, why (`reason`) */
                details: {
                    [key: string]: unknown;
                };
                /** @description Such as personal-data-exported, papers-read, as-of-asked, access-denied */
                kind: string;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            }[];
            /** Format: date */
            until: string;
        };
        /**
         * @example {
         *       "roles": [
         *         "auditor"
         *       ],
         *       "scope": {
         *         "companies": [
         *           "00000000-0000-5000-8000-000000000002"
         *         ],
         *         "licenses": []
         *       },
         *       "period": {
         *         "from": "2026-01-01",
         *         "until": "2026-12-31"
         *       },
         *       "lastDay": "2027-03-31"
         *     }
         */
        AccessOfPerson: {
            /**
             * @description Last day on which any of it holds
             * @default null
             */
            lastDay?: components["schemas"]["CivilDate"] | null;
            /** @default null */
            period?: {
                /** @default null */
                from?: components["schemas"]["CivilDate"] | null;
                /** @default null */
                until?: components["schemas"]["CivilDate"] | null;
            } | null;
            roles: ("officer" | "approver" | "manager" | "auditor" | "admin")[];
            /** @default null */
            scope?: {
                /** @default [] */
                companies?: string[];
                /** @default [] */
                licenses?: string[];
            } | null;
        };
        AccessRecords: {
            day: string;
            /** @description For `after` of the next page */
            next: number | null;
            /**
             * @description For `day` of the next page
             * @example 2026-11-20
             */
            nextDay: string | null;
            records: ({
                columns: string[];
                /** @description Their names alone: what was looked for may be a name */
                conditions: string[];
                day: string;
                format: string;
                /** Format: uuid */
                jobId: string;
                /** @enum {string} */
                kind: "exported";
                licenses: number;
                /** @description Ids of whom it concerns: the people of the license, or whom the sheet names */
                people: string[];
                /** @description Why, as far as somebody said; its text is null once it was erased */
                reason: {
                    commitment: string;
                    /** Format: uuid */
                    ref: string;
                    text?: string | null;
                } | null;
                recordedAt: string;
                seq: number;
                viewId: string | null;
                who: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            } | {
                count: number;
                day: string;
                first: string;
                /** @enum {string} */
                kind: "read";
                last: string;
                /** Format: uuid */
                licenseId: string;
                /** @description Which one, by the names of the address: filingId, materialId, seq, scanId, requirementId */
                of: {
                    [key: string]: string;
                };
                /** @description Ids of whom it concerns: the people of the license, or whom the sheet names */
                people: string[];
                /** @description Why, as far as somebody said; its text is null once it was erased */
                reason: {
                    commitment: string;
                    /** Format: uuid */
                    ref: string;
                    text?: string | null;
                } | null;
                recordedAt: string;
                seq: number;
                /** @enum {string} */
                what: "material" | "scan" | "draft" | "portal-form" | "pack" | "chain";
                who: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            } | {
                /**
                 * @description Where the same answer is
                 * @example /licenses/00000000-0000-5000-8000-000000000001/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33
                 */
                address: string;
                day: string;
                /** @enum {string} */
                kind: "asked";
                /** @description Ids of whom it concerns: the people of the license, or whom the sheet names */
                people: string[];
                /** @enum {string} */
                question: "license" | "obligation" | "license-changes" | "licenses" | "company" | "company-changes" | "house" | "house-changes";
                /** @description Why, as far as somebody said; its text is null once it was erased */
                reason: {
                    commitment: string;
                    /** Format: uuid */
                    ref: string;
                    text?: string | null;
                } | null;
                recordedAt: string;
                seq: number;
                /** @description The license or company; null for the house, and a list */
                subject: string | null;
                who: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            } | {
                /** @description At the command line: the account of the operating system, and on which machine */
                account: {
                    commitment: string;
                    /** Format: uuid */
                    ref: string;
                    text?: string | null;
                } | null;
                /** @enum {string} */
                by: "api" | "command-line";
                /** @description Whom somebody at the command line says to be, where no token proves it; `who` is `operator` then */
                claimed: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                } | null;
                day: string;
                files: boolean;
                from: string;
                /** @enum {string} */
                kind: "audit-bundle";
                /** Format: uuid */
                licenseId: string;
                /** @description Ids of whom it concerns: the people of the license, or whom the sheet names */
                people: string[];
                /** @description Why, as far as somebody said; its text is null once it was erased */
                reason: {
                    commitment: string;
                    /** Format: uuid */
                    ref: string;
                    text?: string | null;
                } | null;
                recordedAt: string;
                seq: number;
                to: string;
                who: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            } | {
                day: string;
                /** @enum {string} */
                kind: "personal-data";
                /** @description Why, as far as somebody said; its text is null once it was erased */
                reason: {
                    commitment: string;
                    /** Format: uuid */
                    ref: string;
                    text?: string | null;
                } | null;
                recordedAt: string;
                seq: number;
                /**
                 * Format: uuid
                 * @description The person about whom everything was given
                 */
                subject: string;
                who: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            } | {
                day: string;
                /** Format: uuid */
                feedId: string;
                /** @enum {string} */
                kind: "calendar";
                /**
                 * Format: uuid
                 * @description Who made the calendar, and gave its address away
                 */
                madeBy: string;
                /** @description Ids of whom it concerns: the people of the license, or whom the sheet names */
                people: string[];
                recordedAt: string;
                seq: number;
                /** @description Whoever has the address */
                who: null;
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            } | {
                /** @description Null, as are route and subject, in a sum */
                action: string | null;
                count: number;
                day: string;
                first: string;
                /** @enum {string} */
                kind: "denied";
                last: string;
                recordedAt: string;
                route: string | null;
                seq: number;
                /** @description Id of what the address named */
                subject: string | null;
                /** @description Null for strangers */
                who: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                } | null;
                /** @description Code of the problem; `outside-scope` was answered as not found */
                why: string;
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            })[];
            /** @example 2026-11-20 */
            until: string;
        };
        Acknowledgement: {
            /** @example renewal:1 */
            obligationId: string;
            /** @example S-30 */
            rung: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        Adoption: {
            decidedBy: string | null;
            eventId: string | null;
            /** @description Entry of the house's record */
            houseSeq: number;
            /** Format: uuid */
            id: string;
            impactHash: string;
            /** @enum {string} */
            kind: "rulebook" | "calendar";
            /** @description Open licenses that pin another version */
            licenses: number;
            /** @description Those of them with a date that moves */
            moved: number;
            perSecond: number | null;
            /** @description How far it is carried; null until it is confirmed */
            progress: ({
                pending: number;
                perSecond: number;
                refused: ({
                    /** Format: uuid */
                    licenseId: string;
                } & {
                    [key: string]: unknown;
                })[];
                secondsLeft: number;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @example 00000000-0000-5000-8000-000000000003 */
            proposedBy: string;
            /** @enum {string} */
            state: "proposed" | "confirmed" | "rejected";
            /** @example cn-vats-current@2 */
            version: string;
        };
        /**
         * @example {
         *       "notify": false,
         *       "perSecond": 5
         *     }
         */
        AdoptionConfirmation: {
            /** @description Mail people whose dates move; left out: only where it is one license. What is not mailed is recorded as suppressed; dates that are near or past are mailed all the same. */
            notify?: boolean;
            /** @description Licenses per second; left out, the rate of the installation (FAN_OUT_PER_SECOND) */
            perSecond?: number;
        };
        AdoptionImpact: {
            licenses: {
                dates: {
                    [key: string]: unknown;
                }[];
                /** Format: uuid */
                licenseId: string;
            }[];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
        };
        /**
         * @example {
         *       "kind": "rulebook",
         *       "version": "cn-vats-current@2"
         *     }
         */
        AdoptionProposal: {
            /** @enum {string} */
            kind: "rulebook" | "calendar";
            version: string;
        };
        Adoptions: {
            adoptions: {
                decidedBy: string | null;
                eventId: string | null;
                /** @description Entry of the house's record */
                houseSeq: number;
                /** Format: uuid */
                id: string;
                impactHash: string;
                /** @enum {string} */
                kind: "rulebook" | "calendar";
                /** @description Open licenses that pin another version */
                licenses: number;
                /** @description Those of them with a date that moves */
                moved: number;
                perSecond: number | null;
                /** @example 00000000-0000-5000-8000-000000000003 */
                proposedBy: string;
                /** @enum {string} */
                state: "proposed" | "confirmed" | "rejected";
                /** @example cn-vats-current@2 */
                version: string;
            }[];
            /** @description Give it as `before` for the next page; null at the end */
            next: number | null;
        };
        Agenda: {
            /** Format: uuid */
            licenseId: string;
            obligations: {
                cureEnd: string | null;
                deadline: components["schemas"]["Deadline"] | null;
                /** @enum {string} */
                duty: "company" | "authority" | "right";
                filingId: string | null;
                id: string;
                kind: string;
                next: components["schemas"]["Bilingual"];
                /** Format: date */
                openedOn: string;
                paused: boolean;
                period: string | null;
                planned: {
                    /** Format: date-time */
                    at: string;
                    /** Format: date */
                    day: string;
                    rung: string;
                }[];
                /** @description The latest safe start, by what own filings of the kind took; null without history */
                preparation: {
                    count: number;
                    lastTime: number;
                    /** @enum {string} */
                    of: "license" | "company";
                    /** Format: date */
                    startBy: string;
                    workingDays: number;
                } | null;
            }[];
            pins: {
                calendar: string;
                pack: string;
            };
            seq: number;
            simulated: boolean;
            /** Format: date */
            today: string;
        };
        Alarms: {
            alarms: {
                clearedAt: string | null;
                clearToldAt: string | null;
                details: {
                    [key: string]: string | number;
                };
                /** Format: uuid */
                id: string;
                kind: string;
                lastToldAt: string | null;
                /** Format: date-time */
                raisedAt: string;
                runbook: string;
                /** @description A license, a queue, a week: ids only */
                subject: string;
                tellings: number;
                toldBy: ("mail" | "webhook" | "log") | null;
                words: components["schemas"]["Bilingual"] | null;
            }[];
        };
        Assessment: {
            authority: string;
            authorityName: components["schemas"]["Bilingual"];
            bars: {
                [key: string]: unknown;
            }[];
            /** @example cn-2026.2 */
            calendar: string;
            capital: {
                citation: components["schemas"]["Citation"];
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                rule: string;
                wording: components["schemas"]["Bilingual"];
            };
            /**
             * @description Whole yuan
             * @example 1000000
             */
            capitalFloor: number;
            capitalMet: boolean;
            earliestFiling: string | null;
            eligible: boolean;
            /** Format: date */
            filingDay: string;
            filingWindow: {
                /** Format: date */
                from: string;
                to: string | null;
            } | null;
            findings: ({
                citation: components["schemas"]["Citation"];
                /** @example capital-too-low */
                code: string;
                /** @enum {string} */
                level: "blocking" | "warning" | "info";
                rule: string;
            } & {
                [key: string]: unknown;
            })[];
            materials: {
                citation: components["schemas"]["Citation"];
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                freshUntil: string | null;
                id: string;
                issuedOn: string | null;
                rule: string;
                stale: boolean | null;
                /** @example required */
                status: string;
                title: components["schemas"]["Bilingual"];
                wording: components["schemas"]["Bilingual"];
            }[];
            /** @enum {string} */
            needed: "yes" | "no" | "ask";
            normalised: {
                [key: string]: unknown;
            }[];
            office: string;
            officeName: components["schemas"]["Bilingual"];
            /** @example cn-vats-current@2 */
            pack: string;
            /** @description Other ways to read the routing rules */
            readings: ({
                authority: string;
                citation: components["schemas"]["Citation"];
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                wording: components["schemas"]["Bilingual"];
            } & {
                [key: string]: unknown;
            })[];
            routing: {
                citation: components["schemas"]["Citation"];
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                rule: string;
                wording: components["schemas"]["Bilingual"];
            };
            settledRules: {
                [key: string]: unknown;
            }[];
            /**
             * @example [
             *       "B24"
             *     ]
             */
            types: string[];
            /**
             * @example [
             *       "limit.review"
             *     ]
             */
            unverifiedRules: string[];
            /** @description What operating without the permit may cost, whole yuan */
            withoutPermit: {
                citation: components["schemas"]["Citation"];
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                confiscated: number;
                from: number;
                rule: string;
                to: number;
                wording: components["schemas"]["Bilingual"];
            } | null;
        };
        AssignPeople: {
            people: components["schemas"]["People"];
            validOn?: components["schemas"]["CivilDate"];
        };
        AttentionClearance: {
            about: string;
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        Bilingual: {
            en: string;
            zh: string;
        };
        BounceOutcome: {
            /** Format: uuid */
            bounceId: string;
            /** @description The message failed, and somebody else is told */
            effect: boolean;
            /** @enum {string} */
            outcome: "recorded";
        } | {
            /** @enum {string} */
            outcome: "ignored";
            /** @enum {string} */
            reason: "not-a-report" | "not-ours";
        };
        Cancellation: {
            cancelledOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description The paper permit must go back, by the day that the decision prints; null for nothing to return
             * @default null
             */
            returnPaper?: {
                /** @default null */
                dueOn?: components["schemas"]["CivilDate"] | null;
            } | null;
        };
        Changes: {
            changes: {
                data: {
                    /** Format: uuid */
                    companyId: string;
                    event: string;
                    /** Format: uuid */
                    licenseId: string;
                    /** Format: date-time */
                    recordedAt: string;
                    seq: number;
                    simulated: boolean;
                    /** Format: date */
                    validOn: string;
                };
                /**
                 * Format: uuid
                 * @description The same whenever the entry is told
                 */
                id: string;
                /** Format: date-time */
                timestamp: string;
                /** @example license.permit_issued */
                type: string;
            }[];
            /** @description Whether there is more to be had at once */
            more: boolean;
            /** @description Give it as `after`: it is the place up to which you have heard */
            next: string;
        };
        /**
         * @example {
         *       "kind": "renewal",
         *       "offsets": [
         *         180,
         *         90,
         *         45,
         *         20,
         *         10,
         *         5,
         *         2
         *       ],
         *       "reason": "材料准备通常需要两个月"
         *     }
         */
        ChosenLadder: {
            /** @description Kind of obligation, such as renewal */
            kind: string;
            /** @description Calendar days before the safe day, 1 to 20 of them; the safe day itself and what repeats after it always stay. Null goes back to what held before */
            offsets: number[] | null;
            reason: string;
        };
        /**
         * @example {
         *       "kind": "annual-report",
         *       "offsets": [
         *         60,
         *         30,
         *         10
         *       ],
         *       "reason": "The auditors need two months."
         *     }
         */
        ChosenLadderOfLicense: {
            /** @description Kind of obligation, such as renewal */
            kind: string;
            /** @description Calendar days before the safe day, 1 to 20 of them; the safe day itself and what repeats after it always stay. Null goes back to what held before */
            offsets: number[] | null;
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        Citation: {
            article: string;
            source: string;
        };
        /**
         * Format: date
         * @description A day in Asia/Shanghai, YYYY-MM-DD
         * @example 2026-11-20
         */
        CivilDate: string;
        CloseLicense: {
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        CommandAnswer: {
            /** Format: uuid */
            commandId: string;
            events: {
                seq: number;
                type: string;
            }[];
            /** Format: uuid */
            licenseId: string;
            /** @enum {string} */
            outcome: "appended" | "nothing";
            /** @description The license's newest entry after the command */
            seq: number;
            status: string;
        };
        Comments: {
            comments: {
                about: {
                    id: string | null;
                    /** @enum {string} */
                    kind: "license" | "filing" | "task";
                };
                author: {
                    id: string;
                    kind: string;
                };
                /** Format: uuid */
                commentId: string;
                /** @description The text itself for whoever may read it; null once it was withdrawn */
                text: {
                    commitment: string;
                    ref: string;
                    text?: string | null;
                };
                withdrawnAt: string | null;
                /** Format: date-time */
                writtenAt: string;
            }[];
            /** Format: uuid */
            licenseId: string;
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
        };
        Companies: {
            companies: {
                /** Format: uuid */
                id: string;
                name: string;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                uscc: string;
            }[];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
        };
        /**
         * @example {
         *       "companion": "number-certificate-95",
         *       "number": "95123",
         *       "holder": "上海牌照示例科技有限公司",
         *       "validFrom": "2026-11-20",
         *       "lastDay": "2031-11-19"
         *     }
         */
        Companion: {
            /** @description Kind of certificate, as the rules name it */
            companion: string;
            /** @description Stored encrypted; the record holds a reference */
            holder: string;
            lastDay: components["schemas"]["CivilDate"];
            number: string;
            validFrom: components["schemas"]["CivilDate"];
            validOn?: components["schemas"]["CivilDate"];
        };
        CompanionRenewal: {
            lastDay: components["schemas"]["CivilDate"];
            validFrom: components["schemas"]["CivilDate"];
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "year": "2026",
         *       "filedOn": "2026-11-20"
         *     }
         */
        CompanionReport: {
            filedOn: components["schemas"]["CivilDate"];
            year: string;
        };
        Companions: {
            companions: {
                companion: string;
                endedOn: string | null;
                /** @description Who holds the certificate, for whoever may read it */
                holder: {
                    commitment: string;
                    ref: string;
                    text?: string | null;
                };
                id: string;
                number: string;
                /** @description Null where the rules do not know the kind */
                numberAsExpected: boolean | null;
                reports: {
                    /** Format: date */
                    filedOn: string;
                    year: string;
                }[];
                terms: {
                    /** Format: date */
                    lastDay: string;
                    /** Format: date */
                    validFrom: string;
                }[];
            }[];
            kinds: {
                citation: {
                    article: string;
                    source: string;
                };
                companion: string;
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                id: string;
                name: {
                    en: string;
                    zh: string;
                };
                wording: {
                    en: string;
                    zh: string;
                };
            }[];
            /** Format: uuid */
            licenseId: string;
            seq: number;
        };
        Company: {
            facts: {
                name: string;
                province: string;
                uscc: string;
            };
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            recordedAt: string;
            seq: number;
        };
        CompanyChanges: {
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /companies/00000000-0000-5000-8000-000000000002/state-changes?from=2026-11-20&fromKnownOn=2026-11-20T02:00:00.000Z&to=2026-11-20&toKnownOn=2026-11-20T08:00:00.000Z&at=3.33
             */
            canonical: string;
            /** Format: uuid */
            companyId: string;
            /** @description What counts in the later answer alone, with who did it, in words; reasons by role */
            entries: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
            facts: {
                /** @example 1000000 */
                from: unknown;
                /** @example registeredCapital */
                member: string;
                /** @example 10000000 */
                to: unknown;
            }[];
            from: {
                /** Format: date-time */
                knownOn: string;
                /** Format: date */
                validOn: string;
            };
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            to: {
                /** Format: date-time */
                knownOn: string;
                /** Format: date */
                validOn: string;
            };
            /** @description What counts in the earlier answer alone, such as an entry whose day was corrected */
            withdrawn: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
        };
        CompanyCompanions: {
            companions: {
                companion: string;
                duties: {
                    /** @description With its proof, as in the agenda of the license */
                    deadline: {
                        /** Format: date */
                        date: string;
                        /** @enum {string} */
                        firmness: "firm" | "provisional";
                        safeDay: string | null;
                    } | null;
                    id: string;
                    kind: string;
                    period: string | null;
                }[];
                endedOn: string | null;
                /** @description Who holds the certificate, for whoever may read it */
                holder: {
                    commitment: string;
                    ref: string;
                    text?: string | null;
                };
                id: string;
                /** Format: uuid */
                licenseId: string;
                number: string;
                reports: {
                    /** Format: date */
                    filedOn: string;
                    year: string;
                }[];
                terms: {
                    /** Format: date */
                    lastDay: string;
                    /** Format: date */
                    validFrom: string;
                }[];
            }[];
            /** Format: uuid */
            companyId: string;
        };
        /**
         * @example {
         *       "change": {
         *         "kind": "shareholders",
         *         "decidedOn": "2026-11-20",
         *         "operatorChanges": false
         *       },
         *       "facts": {
         *         "shareholders": [
         *           {
         *             "kind": "natural-person",
         *             "name": "示例二",
         *             "percent": 100
         *           }
         *         ]
         *       }
         *     }
         */
        CompanyFact: {
            /**
             * @description The change that opens a duty; null for facts that open none
             * @default null
             */
            change?: {
                /** @default null */
                decidedOn?: components["schemas"]["CivilDate"] | null;
                /**
                 * @description Day on which a change of operator or scope takes effect; it may lie ahead
                 * @default null
                 */
                effectiveOn?: components["schemas"]["CivilDate"] | null;
                /** @enum {string} */
                kind: "name" | "legal-representative" | "registered-capital" | "shareholders" | "scope";
                /** @default null */
                operatorChanges?: boolean | null;
                /** @default null */
                registeredOn?: components["schemas"]["CivilDate"] | null;
            } | null;
            facts: {
                city?: string | null;
                establishedOn?: components["schemas"]["CivilDate"] | null;
                /** @description Percent */
                foreignShare?: number;
                freeTradeZone?: boolean;
                legalRepresentative?: string | null;
                name?: string;
                onDishonestList?: boolean;
                /**
                 * @description Host code of the province's administration, such as sh, gd, zj
                 * @example sh
                 */
                province?: string;
                recentPenalty?: boolean;
                /** @description Whole RMB yuan */
                registeredCapital?: number;
                shareholders?: {
                    /** @default false */
                    foreign?: boolean;
                    /** @enum {string} */
                    kind: "natural-person" | "company" | "listed-company" | "state";
                    name: string;
                    percent: number;
                }[];
            };
            /** @description Mail people whose dates move; left out: only where it is one license. What is not mailed is recorded as suppressed; dates that are near or past are mailed all the same. */
            notify?: boolean;
            validOn?: components["schemas"]["CivilDate"];
        };
        CompanyFactRecorded: {
            /** Format: uuid */
            companyId: string;
            /** Format: uuid */
            eventId: string;
            /** @description Licenses that will hear of it */
            licenses: string[];
            /** @description Whether people are mailed only because a date moved */
            notify: boolean;
            seq: number;
        };
        /**
         * @example {
         *       "name": "上海牌照示例科技有限公司",
         *       "uscc": "91310000MA1K000019",
         *       "province": "sh",
         *       "city": "上海市",
         *       "registeredCapital": 1000000,
         *       "establishedOn": "2024-05-20",
         *       "legalRepresentative": "示例一",
         *       "shareholders": [
         *         {
         *           "kind": "natural-person",
         *           "name": "示例一",
         *           "percent": 100
         *         }
         *       ]
         *     }
         */
        CompanyFacts: {
            /** @default null */
            city?: string | null;
            /** @default null */
            establishedOn?: components["schemas"]["CivilDate"] | null;
            /**
             * @description Percent
             * @default 0
             */
            foreignShare?: number;
            /** @default false */
            freeTradeZone?: boolean;
            /** @default null */
            legalRepresentative?: string | null;
            name: string;
            /** @default false */
            onDishonestList?: boolean;
            /**
             * @description Host code of the province's administration, such as sh, gd, zj
             * @example sh
             */
            province: string;
            /** @default false */
            recentPenalty?: boolean;
            /** @description Whole RMB yuan */
            registeredCapital: number;
            /** @default [] */
            shareholders?: {
                /** @default false */
                foreign?: boolean;
                /** @enum {string} */
                kind: "natural-person" | "company" | "listed-company" | "state";
                name: string;
                percent: number;
            }[];
            /**
             * @description Unified social credit code, GB 32100-2015
             * @example 91310000MA1K000019
             */
            uscc: string;
        };
        /**
         * @example {
         *       "flag": "bad-list",
         *       "listed": true,
         *       "on": "2026-11-20"
         *     }
         */
        CompanyFlag: {
            /** @enum {string} */
            flag: "bad-list" | "dishonest-list" | "recent-penalty";
            listed: boolean;
            /** @description Mail people whose dates move; left out: only where it is one license. What is not mailed is recorded as suppressed; dates that are near or past are mailed all the same. */
            notify?: boolean;
            on: components["schemas"]["CivilDate"];
        };
        CompanyRegistered: {
            /** Format: uuid */
            companyId: string;
            seq: number;
        };
        CompanyTextsErased: {
            /** Format: uuid */
            companyId: string;
            seq: number;
        };
        Comparison: {
            acts: ({
                count: number;
                kind: string;
                movedDays: number | null;
                period: string | null;
            } & {
                [key: string]: unknown;
            })[];
            end: {
                a: {
                    /** Format: date */
                    on: string;
                    status: string;
                    terms: {
                        /** Format: date */
                        lastDay: string;
                        provisional: boolean;
                        /** Format: date */
                        validFrom: string;
                    }[];
                };
                b: {
                    /** Format: date */
                    on: string;
                    status: string;
                    terms: {
                        /** Format: date */
                        lastDay: string;
                        provisional: boolean;
                        /** Format: date */
                        validFrom: string;
                    }[];
                };
            };
            filingOn: {
                a: string | null;
                b: string | null;
            };
            findings: {
                a: {
                    [key: string]: unknown;
                }[];
                b: {
                    [key: string]: unknown;
                }[];
            };
            issuedOn: {
                a: string | null;
                b: string | null;
            };
            leastSlack: {
                a: number | null;
                b: number | null;
            };
            notices: {
                a: number;
                b: number;
                /**
                 * @example {
                 *       "owner": {
                 *         "a": 31,
                 *         "b": 36
                 *       }
                 *     }
                 */
                byPerson: {
                    [key: string]: {
                        a: number;
                        b: number;
                    };
                };
            };
            predictedIssue: {
                a: {
                    [key: string]: unknown;
                } | null;
                b: {
                    [key: string]: unknown;
                } | null;
            };
            waiting: {
                a: {
                    cost: number | null;
                    days: number;
                } | null;
                b: {
                    cost: number | null;
                    days: number;
                } | null;
            };
        };
        /**
         * @example {
         *       "metOn": "2026-11-20",
         *       "evidence": "acceptance report"
         *     }
         */
        ConditionMet: {
            evidence: string;
            metOn: components["schemas"]["CivilDate"];
        };
        Conditions: {
            conditions: {
                dueOn: string | null;
                id: string;
                kind: string;
                /** @description Null for what is kept all the time */
                met: boolean | null;
                serviceType: string | null;
            }[];
            /** Format: uuid */
            licenseId: string;
            seq: number;
        };
        /** @example {} */
        Confirmation: {
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "seq": 12,
         *       "member": "receivedOn"
         *     }
         */
        CorrectionApproval: {
            /**
             * @description Member of its data, as GET …/corrections lists it
             * @example receivedOn
             */
            member: string;
            /** @description Number of the mistaken entry */
            seq: number;
            validOn?: components["schemas"]["CivilDate"];
        };
        CorrectionItems: {
            filingId: string;
            /** Format: uuid */
            licenseId: string;
            rounds: {
                dueOn: string | null;
                items: {
                    done: {
                        by: string;
                        /** Format: date */
                        on: string;
                        seq: number;
                    } | null;
                    id: string;
                    /** @description The version that was sent back */
                    rejected: {
                        materialId: string;
                        sha256: string;
                        version: number;
                    } | null;
                    requirementId: string | null;
                    /** @description The answer in words, or why the item is passed over */
                    said: {
                        commitment: string;
                        ref: string;
                        text?: string | null;
                    } | null;
                    /**
                     * @description Supplied: a newer version of the material answers it; answered: in words
                     * @enum {string}
                     */
                    state: "open" | "supplied" | "answered" | "passed-over";
                    /** @description The version that answers */
                    suppliedBy: {
                        materialId: string;
                        sha256: string;
                        version: number;
                    } | null;
                    /** @description What the authority wrote, for whoever may read it */
                    text: {
                        commitment: string;
                        ref: string;
                        text?: string | null;
                    } | null;
                }[];
                /** Format: date */
                noticedOn: string;
                number: string | null;
                round: number;
            }[];
        };
        /**
         * @example {
         *       "noticedOn": "2026-11-20",
         *       "dueOn": null,
         *       "number": "沪通补 2026-0045",
         *       "items": [
         *         {
         *           "requirementId": "application-form",
         *           "text": "The contact person is missing."
         *         }
         *       ]
         *     }
         */
        CorrectionNotice: {
            /**
             * @description Date in the notice; null where it sets none
             * @default null
             */
            dueOn?: components["schemas"]["CivilDate"] | null;
            items: {
                /** @default null */
                requirementId?: string | null;
                /** @default null */
                text?: string | null;
            }[];
            noticedOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        /**
         * @example {
         *       "seq": 12,
         *       "member": "receivedOn",
         *       "to": "2026-11-20",
         *       "reason": "The receipt says another day."
         *     }
         */
        CorrectionProposal: {
            /**
             * @description Member of its data, as GET …/corrections lists it
             * @example receivedOn
             */
            member: string;
            reason: string;
            /** @description Number of the mistaken entry */
            seq: number;
            /** @description What should stand there: a day, a number (null for none), a filing, service types, a coverage, the items of a notice, or the days of an operation (null for what never ran) */
            to: string | null | string[] | components["schemas"]["Coverage"] | {
                /**
                 * @description An item that stays; null for a point that was overlooked
                 * @default null
                 */
                id?: string | null;
                /** @default null */
                requirementId?: string | null;
                /**
                 * @description Null where it stays as it was
                 * @default null
                 */
                text?: string | null;
            }[] | {
                startedOn: components["schemas"]["CivilDate"];
                /** @default null */
                stoppedOn?: components["schemas"]["CivilDate"] | null;
            };
            validOn?: components["schemas"]["CivilDate"];
        };
        Corrections: {
            entries: {
                /** @enum {string} */
                kind: "day" | "number" | "items" | "service-types" | "coverage" | "filing" | "period";
                member: string;
                seq: number;
                value: unknown;
            }[];
            /** Format: uuid */
            licenseId: string;
            /** @description Corrections that hold, in the order in which they were made */
            made: {
                approvedBy: string;
                changes: {
                    from: unknown;
                    member: string;
                    to: unknown;
                }[];
                /** @description The entry that corrects it */
                correctedBy: number;
                /** Format: date */
                on: string;
                proposedBy: string;
                /** @description The mistaken entry */
                seq: number;
            }[];
            proposed: {
                from: unknown;
                member: string;
                proposedBy: string;
                seq: number;
                to: unknown;
            }[];
        };
        /**
         * @example {
         *       "kind": "province",
         *       "provinces": [
         *         "sh"
         *       ]
         *     }
         */
        Coverage: {
            /** @enum {string} */
            kind: "province";
            provinces: [
                string
            ];
        } | {
            /** @enum {string} */
            kind: "nationwide";
        };
        CreditFlag: {
            /** @enum {string} */
            flag: "bad-list" | "dishonest-list" | "recent-penalty";
            listed: boolean;
            on: components["schemas"]["CivilDate"];
        };
        Dashboard: {
            byStatus: {
                /** @description Its safe day comes within so many days, or has passed while its date has not */
                in7Days: number;
                in30Days: number;
                in90Days: number;
                licenses: number;
                /** @description The date of the next duty has passed */
                overdue: number;
                status: string;
            }[];
            due: {
                /** @description Its safe day comes within so many days, or has passed while its date has not */
                in7Days: number;
                in30Days: number;
                in90Days: number;
                /** @description The date of the next duty has passed */
                overdue: number;
            };
            ended: number;
            licenses: number;
            needsAttention: number;
            /** @description Whose time was skipped; they count everywhere, by the day on the wall */
            simulated: number;
            /** Format: date */
            today: string;
            /** @description This month and the eleven before it */
            trend: {
                /** @description Asked for by an authority */
                corrections: number;
                /** @description Permits, renewed ones too */
                issued: number;
                /** @example 2026-11 */
                month: string;
                /** @description Licenses */
                opened: number;
                /** @description Filings, each round anew */
                submitted: number;
            }[];
            waitingForAuthority: {
                /** @description of these past its date */
                late: number;
                /** @description An authority owes an answer */
                licenses: number;
            };
        };
        Deadline: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            firmness: "firm" | "provisional";
            readings: {
                /** Format: date */
                date: string;
                id: string;
                proof: components["schemas"]["DeadlineProof"];
                /** Format: date */
                rolled: string;
            }[];
            safeDay: string | null;
        };
        /** @description Why a date is what it is: rule, article, calendar and every day that matters */
        DeadlineProof: {
            calendar: string;
            citation: components["schemas"]["Citation"];
            /** @enum {string} */
            confidence: "verified" | "secondary" | "unverified";
            /** @enum {string} */
            firmness: "firm" | "provisional";
            inputs: {
                [key: string]: string | number;
            };
            pack: string;
            /** Format: date */
            result: string;
            ruleId: string;
            steps: {
                counted: boolean;
                /** Format: date */
                date: string;
                reason: {
                    code: string;
                    en: string;
                    zh: string;
                };
            }[];
            wording: components["schemas"]["Bilingual"];
        };
        /**
         * @example {
         *       "lastDay": "2031-11-19",
         *       "reason": "The authority confirmed the computed day by phone."
         *     }
         */
        DecidePermitEnd: {
            lastDay: components["schemas"]["CivilDate"];
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "toStandIns": true
         *     }
         */
        Departure: {
            /**
             * @description Takes over every license that names nobody else
             * @default null
             */
            successor?: string | null;
            /** @default [] */
            successors?: {
                /** Format: uuid */
                licenseId: string;
                /** Format: uuid */
                to: string;
            }[];
            /**
             * @description What is left goes to each license's deputy, or else to its manager
             * @default false
             */
            toStandIns?: boolean;
        };
        DoneTasks: {
            /** Format: uuid */
            licenseId: string;
            next: number | null;
            tasks: {
                by: {
                    id: string;
                    kind: string;
                };
                date: string | null;
                filingId: string | null;
                kind: string;
                /** Format: date */
                on: string;
                period: string | null;
                /** Format: date */
                recordedOn: string;
                /** @description The entry by which it was done */
                seq: number;
                /** @description The obligation's id, or that of an item of a correction */
                taskId: string;
                type: string;
                words: {
                    en: string;
                    zh: string;
                } | null;
            }[];
        };
        Drafts: {
            drafts: {
                /** @description Not on record: marked in the draft, to be written in */
                missing: {
                    field: string;
                    label: components["schemas"]["Bilingual"];
                }[];
                requirementId: string;
                title: components["schemas"]["Bilingual"];
                wording: {
                    title: string;
                    version: number;
                };
            }[];
            filingId: string;
            /** Format: uuid */
            licenseId: string;
        };
        Duties: {
            duties: {
                citation: {
                    article: string;
                    source: string;
                };
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                confirmations: {
                    by: string;
                    /** Format: date */
                    on: string;
                    seq: number;
                }[];
                duty: string;
                evidence: {
                    en: string;
                    zh: string;
                };
                /** @enum {string} */
                holder: "company" | "authority" | "right";
                id: string;
                keepDays: number | null;
                title: {
                    en: string;
                    zh: string;
                };
                wording: {
                    en: string;
                    zh: string;
                };
            }[];
            /** Format: uuid */
            licenseId: string;
            seq: number;
            /** Format: date */
            today: string;
        };
        /**
         * @example {
         *       "on": "2026-11-20",
         *       "place": "front desk and home page"
         *     }
         */
        DutyConfirmation: {
            /** @default null */
            evidence?: string | null;
            on: components["schemas"]["CivilDate"];
            /** @default null */
            place?: string | null;
        };
        /**
         * @example {
         *       "endedOn": "2026-11-20"
         *     }
         */
        Ending: {
            endedOn: components["schemas"]["CivilDate"];
        };
        ErasedPerson: {
            erased: {
                absences: number;
                comments: number;
                feeds: number;
                messages: number;
                tokens: number;
                views: number;
            };
            /**
             * Format: uuid
             * @description The entry of the house that says so
             */
            eventId: string;
            /** Format: uuid */
            personId: string;
        };
        /**
         * @example {
         *       "from": "2026-11-20",
         *       "announcedUntil": null
         *     }
         */
        ExpertReview: {
            /** @default null */
            announcedUntil?: components["schemas"]["CivilDate"] | null;
            from: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        /**
         * @example {
         *       "on": "2026-11-20"
         *     }
         */
        ExpertReviewEnd: {
            on: components["schemas"]["CivilDate"];
        };
        /** @description Enough to compute the date again from it alone: paizhao check-proof */
        Explanation: {
            about: {
                en: string;
                zh: string;
            };
            calendar: {
                /** Format: date */
                coveredTo: string;
                id: string;
                notices: ({
                    /** @enum {string} */
                    confidence: "verified" | "secondary" | "unverified";
                    key: string;
                    number: string;
                    /** Format: date */
                    published: string;
                    title: string;
                } & {
                    [key: string]: unknown;
                })[];
            };
            /** Format: date */
            date: string;
            /** @enum {string} */
            drivenBy: "earliest" | "default";
            duty: ("company" | "authority" | "right") | null;
            /** @enum {string} */
            firmness: "firm" | "provisional";
            pack: string | null;
            readings: {
                count: {
                    /** @enum {string} */
                    kind: "length" | "day-of-year" | "term" | "same-day";
                } & {
                    [key: string]: unknown;
                };
                /** Format: date */
                date: string;
                drives: boolean;
                /** @enum {string} */
                firmness: "firm" | "provisional";
                id: string;
                moved: {
                    /** Format: date */
                    date: string;
                    /** @description The days that matter, each counted or not, and why */
                    steps: {
                        counted: boolean;
                        /** Format: date */
                        date: string;
                        reason: {
                            code: string;
                            en: string;
                            zh: string;
                        };
                    }[];
                    /** @enum {string} */
                    to: "next-working-day" | "last-working-day";
                } | null;
                pausedDays: number;
                rule: {
                    citation: {
                        article: string;
                        source: string;
                    };
                    /** @enum {string} */
                    confidence: "verified" | "secondary" | "unverified";
                    id: string;
                    source: {
                        en: string;
                        zh: string;
                    } | null;
                    wording: {
                        en: string;
                        zh: string;
                    };
                } | null;
                settled: {
                    houseSeq: number;
                    scope: string;
                } | null;
                start: {
                    name: string;
                    value: string;
                };
                /** @description The days that matter, each counted or not, and why */
                steps: {
                    counted: boolean;
                    /** Format: date */
                    date: string;
                    reason: {
                        code: string;
                        en: string;
                        zh: string;
                    };
                }[];
            }[];
            safeDay: {
                /** Format: date */
                date: string;
                /** @description The days that matter, each counted or not, and why */
                steps: {
                    counted: boolean;
                    /** Format: date */
                    date: string;
                    reason: {
                        code: string;
                        en: string;
                        zh: string;
                    };
                }[];
            } | null;
            subject: string;
        };
        Feed: {
            authority: string | null;
            companyId: string | null;
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            feedId: string;
            /** @enum {string} */
            language: "zh" | "en";
            /** @description Day on which it was last fetched */
            lastUsedOn: string | null;
            owner: string | null;
            person: string | null;
            /**
             * Format: uuid
             * @description Who made it
             */
            personId: string;
            revokedAt: string | null;
            view: string | null;
        };
        Filing: {
            acceptance: {
                /** @enum {string} */
                by: "notice" | "silence";
                confirmed: boolean;
                /** Format: date */
                on: string;
            } | null;
            /** @description Corrections of entries about this filing */
            corrections: {
                approvedBy: string;
                changes: {
                    from: unknown;
                    member: string;
                    to: unknown;
                }[];
                /** @description The entry that corrects it */
                correctedBy: number;
                /** Format: date */
                on: string;
                proposedBy: string;
                /** @description The mistaken entry */
                seq: number;
            }[];
            followedBy: string | null;
            /** @description The filing that this one goes on with at another authority */
            follows: string | null;
            id: string;
            kind: string;
            /** Format: uuid */
            licenseId: string;
            materials: {
                [key: string]: {
                    materialId: string;
                    sha256: string;
                    version: number;
                }[];
            };
            /** @description What the authority gave: numbers, days, who entered them, scans */
            papers: {
                corrections: {
                    approvedBy: string;
                    changes: {
                        from: unknown;
                        member: string;
                        to: unknown;
                    }[];
                    /** @description The entry that corrects it */
                    correctedBy: number;
                    /** Format: date */
                    on: string;
                    proposedBy: string;
                    /** @description The mistaken entry */
                    seq: number;
                }[];
                /** @description Days from the day on the paper to that of its entry; null where the paper tells only its term */
                daysLate: number | null;
                enteredBy: {
                    id: string;
                    kind: string;
                };
                filingId: string | null;
                number: string | null;
                /**
                 * Format: date
                 * @description Day on the paper; the first day of its term where it tells no other
                 */
                on: string;
                /** Format: date */
                recordedOn: string;
                scans: {
                    attachedBy: string;
                    /** Format: date */
                    attachedOn: string;
                    bytes: number;
                    mediaType: string;
                    replacedBy: string | null;
                    /** Format: uuid */
                    scanId: string;
                    seq: number;
                    sha256: string;
                }[];
                seq: number;
                /** @description Type of the entry, as in the history */
                type: string;
                words: {
                    en: string;
                    zh: string;
                };
            }[];
            period: string | null;
            plannedOn: string | null;
            /** @description Reconsideration and court against its decision, while they are open, with their proofs */
            rights: components["schemas"]["Obligation"][];
            rounds: {
                receivedOn: string | null;
                round: number;
                /** Format: date */
                submittedOn: string;
            }[];
            seq: number;
            status: string;
        };
        FilingOpened: {
            /** Format: uuid */
            commandId: string;
            events: {
                seq: number;
                type: string;
            }[];
            filingId: string | null;
            /** Format: uuid */
            licenseId: string;
            /** @enum {string} */
            outcome: "appended" | "nothing";
            /** @description The license's newest entry after the command */
            seq: number;
            status: string;
        };
        /**
         * @example {
         *       "plannedOn": "2026-11-20"
         *     }
         */
        FilingPlan: {
            /** @description Day of handing in; null for no day in mind */
            plannedOn: components["schemas"]["CivilDate"] | null;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "grantedOn": "2026-11-20",
         *       "number": "沪通批 2027-0033"
         *     }
         */
        Grant: {
            grantedOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description Types of a renewal that the same decision refuses
             * @default []
             */
            refusedTypes?: string[];
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
            /**
             * @description Day on which the decision was served; the day of the decision where it is left out
             * @default null
             */
            servedOn?: components["schemas"]["CivilDate"] | null;
        };
        HandedOver: {
            eventId: string | null;
            licenses: number;
            /** Format: uuid */
            personId: string;
        };
        /**
         * @example {
         *       "to": "00000000-0000-5000-8000-000000000004",
         *       "licenseIds": null
         *     }
         */
        HandOver: {
            /**
             * @description Null for all open licenses of the person
             * @default null
             */
            licenseIds?: string[] | null;
            /** Format: uuid */
            to: string;
        };
        History: {
            entries: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Entries that correct this one, as far as they are on record */
                correctedBy: number[];
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
            /** Format: uuid */
            licenseId: string;
            next: number | null;
        };
        HouseChanges: {
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /house/state-changes?from=2026-11-20&fromKnownOn=2026-11-20T02:00:00.000Z&to=2026-11-20&toKnownOn=2026-11-20T08:00:00.000Z&at=33
             */
            canonical: string;
            decided: {
                /**
                 * @description Null: nothing
                 * @example cn-2026
                 */
                from: unknown;
                /** @enum {string} */
                member: "access" | "rulebook" | "calendar" | "reading" | "ladder" | "retention";
                /** @description About whom or what; null: the house as a whole */
                of: {
                    [key: string]: unknown;
                } | null;
                /**
                 * @description Null: nothing
                 * @example cn-2027
                 */
                to: unknown;
            }[];
            /** @description What counts in the later answer alone, with who did it, in words; reasons by role */
            entries: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
            from: {
                /** Format: date-time */
                knownOn: string;
                /** Format: date */
                validOn: string;
            };
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            to: {
                /** Format: date-time */
                knownOn: string;
                /** Format: date */
                validOn: string;
            };
            /** @description What counts in the earlier answer alone, such as an entry whose day was corrected */
            withdrawn: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
        };
        HouseTextsErased: {
            /** @description The entry of the house that says so */
            houseSeq: number;
        };
        /**
         * @example {
         *       "subject": "b5f1f0a2-sample"
         *     }
         */
        IdentityOfPerson: {
            /** @description What the identity provider calls the person (OIDC_PERSON_CLAIM); null to unlink */
            subject: string | null;
        };
        ImportFindings: {
            findings: {
                /** @description Such as C5; null for the row as a whole */
                cell: string | null;
                /** @description Null where the cell was understood, but shows something else */
                code: string | null;
                /** @description Its heading */
                column: string | null;
                detail: string;
                remedy: string | null;
                row: number;
            }[];
            /** Format: uuid */
            jobId: string;
            /** @description `after` of the next page; null where there are no further rows */
            next: number | null;
            rows: {
                licenseId: string | null;
                /** @enum {string} */
                outcome: "new" | "imported" | "on-record" | "refused";
                /** @description As the sheet numbers it, from 1 on */
                row: number;
            }[];
        };
        /**
         * @example {
         *       "kind": "paper",
         *       "heldOn": "2026-11-20",
         *       "findings": [
         *         "Records of calls are missing."
         *       ]
         *     }
         */
        Inspection: {
            /**
             * @description As the authority printed it
             * @default null
             */
            answerDueOn?: components["schemas"]["CivilDate"] | null;
            /** @default [] */
            findings?: string[];
            heldOn: components["schemas"]["CivilDate"];
            /**
             * @description The announcement that it follows
             * @default null
             */
            inspectionId?: string | null;
            /** @enum {string} */
            kind: "paper" | "on-site" | "network-monitoring" | "third-party";
            /** @default null */
            number?: string | null;
            /** @default null */
            officials?: number | null;
        };
        /**
         * @example {
         *       "kind": "on-site",
         *       "announcedOn": "2026-11-20"
         *     }
         */
        InspectionAnnouncement: {
            announcedOn: components["schemas"]["CivilDate"];
            /** @enum {string} */
            kind: "paper" | "on-site" | "network-monitoring" | "third-party";
            /** @default null */
            number?: string | null;
            /** @default null */
            plannedOn?: components["schemas"]["CivilDate"] | null;
        };
        /**
         * @example {
         *       "answeredOn": "2026-11-20"
         *     }
         */
        InspectionAnswer: {
            answeredOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /** @default null */
            text?: string | null;
        };
        Inspections: {
            inspections: {
                announcedOn: string | null;
                answerDueOn: string | null;
                answeredOn: string | null;
                heldOn: string | null;
                id: string;
                kind: string;
            }[];
            /** Format: uuid */
            licenseId: string;
            seq: number;
            /** @description How the law wants a visit, such as with how many officials */
            siteVisitRule: {
                citation: {
                    article: string;
                    source: string;
                };
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                id: string;
                wording: {
                    en: string;
                    zh: string;
                };
            } | null;
            siteVisits: {
                filingId: string;
                officials: number;
                /** Format: date */
                on: string;
            }[];
        };
        IssuedFeed: {
            /** Format: uuid */
            feedId: string;
            /** @description Whoever has it can read the calendar */
            url: string;
        };
        IssuedToken: {
            /** Format: uuid */
            id: string;
            token: string;
        };
        /**
         * @example {
         *       "text": "Forty seats, all of them in Shanghai."
         *     }
         */
        ItemAnswer: {
            text: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "reason": "The window said that the form as it is will do."
         *     }
         */
        ItemPassing: {
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        Job: {
            askedBy: {
                id: string;
                kind: string;
            };
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Rows or licenses so far */
            done: number;
            endedAt: string | null;
            /** @description Its progress as server-sent events */
            events: string;
            /** @description Of an import: what there is to say, cell by cell */
            findings: string | null;
            /** Format: uuid */
            jobId: string;
            /** @enum {string} */
            kind: "import" | "import-trial" | "export";
            mine: boolean;
            /** @description Once it has ended, of your own: what became of how many */
            outcome: {
                [key: string]: number;
            } | null;
            /** @description Why it failed; what it had done by then stays done */
            problem: {
                code: string;
                remedy: string;
                title: string;
            } | null;
            /** @description Where its sheet is, once it is there and until it is swept */
            result: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed";
            /** @description Null until it is known */
            total: number | null;
        };
        Jobs: {
            jobs: components["schemas"]["Job"][];
        };
        /**
         * @example {
         *       "jobId": "00000000-0000-5000-8000-000000000007"
         *     }
         */
        JobStarted: {
            /** Format: uuid */
            jobId: string;
        };
        KeptAccess: {
            /**
             * @description Last day on which any of it holds
             * @default null
             */
            lastDay: components["schemas"]["CivilDate"] | null;
            /** @description The identity provider knows this person */
            linked: boolean;
            /** @default null */
            period: {
                /** @default null */
                from: components["schemas"]["CivilDate"] | null;
                /** @default null */
                until: components["schemas"]["CivilDate"] | null;
            } | null;
            /** Format: uuid */
            personId: string;
            roles: string[];
            /** @default null */
            scope: {
                /** @default [] */
                companies: string[];
                /** @default [] */
                licenses: string[];
            } | null;
            /**
             * @description Rises with every change; the ETag begins with it
             * @example 3
             */
            version: number;
        };
        KeptNoticePreferences: {
            /** @description One mail a day for what is not urgent; off: each reminder by itself */
            digest: boolean;
            /** @enum {string} */
            language: "zh" | "en";
            mutedKinds: string[];
            /** Format: uuid */
            personId: string;
            /** @description No mail in these hours, unless its safe day is today or past; null for none */
            quietHours: {
                /**
                 * @description On the clock in Shanghai
                 * @example 20:00
                 */
                from: string;
                /**
                 * @description On the clock in Shanghai
                 * @example 20:00
                 */
                until: string;
            } | null;
            /** @description Duties by law that owner, deputy and manager have all muted: the owner is told all the same */
            toldAnyway: {
                kind: string;
                /** Format: uuid */
                licenseId: string;
                owner: string;
            }[];
            /**
             * @description Rises with every change; the ETag begins with it
             * @example 3
             */
            version: number;
        };
        KeptRetentionPeriod: {
            atLeast: number;
            days: number;
            /** @enum {string} */
            kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
            /** @description Where the house chose nothing */
            usually: number;
        };
        KnownCompany: {
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /companies/00000000-0000-5000-8000-000000000002/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=3.33
             */
            canonical: string;
            /** Format: uuid */
            companyId: string;
            /** @description Who might read it by what the house had granted by then: people by roles, programs by tokens. Null for callers who may not read who has access */
            couldSee: {
                id: string;
                /** @enum {string} */
                kind: "person" | "integration";
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                roles: ("officer" | "approver" | "manager" | "auditor" | "admin" | "integration" | "postmaster")[];
            }[] | null;
            entries: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
            facts: {
                name: string;
                province: string;
                uscc: string;
            };
            /** Format: date-time */
            knownOn: string;
            /**
             * @description Where its licenses are listed as of the same times
             * @example /as-of/licenses?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&companyId=00000000-0000-5000-8000-000000000002
             */
            licenses: string;
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            seq: number;
            /** Format: date */
            validOn: string;
        };
        KnownDocuments: {
            documents: {
                bytes: number;
                filingId: string;
                issuedOn: string | null;
                /** Format: uuid */
                licenseId: string;
                materialId: string;
                mediaType: string;
                requirementId: string;
                sealed: boolean | null;
                sha256: string;
                /** Format: date */
                suppliedOn: string;
                version: number;
            }[];
            /** @description Where the next page begins; null on the last one */
            next: string | null;
        };
        KnownHouse: {
            /** @description Who might do something: people by roles, programs by each of their tokens */
            access: {
                actions: string[] | null;
                id: string;
                /** @enum {string} */
                kind: "person" | "integration";
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                roles: ("officer" | "approver" | "manager" | "auditor" | "admin" | "integration" | "postmaster")[];
                scope: {
                    companies: string[];
                    licenses: string[];
                } | null;
            }[];
            calendar: string | null;
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /house/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=33
             */
            canonical: string;
            /** Format: date-time */
            knownOn: string;
            /** @description Days of reminding before the safe day, by kind of obligation, where the house chose some */
            ladders: {
                [key: string]: number[];
            };
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            readings: {
                houseSeq: number;
                /** @example receipt-day-counts */
                reading: string;
                rule: string;
                scope: {
                    /** @enum {string} */
                    kind: "installation" | "authority" | "license";
                };
            }[];
            /** @description Days of keeping, by kind, where the house chose */
            retention: {
                [key: string]: number;
            };
            /**
             * @description That the house had adopted; null while licenses took what the release brought
             * @example cn-vats-current-2
             */
            rulebook: string | null;
            seq: number;
            /** Format: date */
            validOn: string;
        };
        KnownObligation: {
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /licenses/00000000-0000-5000-8000-000000000001/obligations/renewal:1/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33
             */
            canonical: string;
            /** @description Who might read it by what the house had granted by then: people by roles, programs by tokens. Null for callers who may not read who has access */
            couldSee: {
                id: string;
                /** @enum {string} */
                kind: "person" | "integration";
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                roles: ("officer" | "approver" | "manager" | "auditor" | "admin" | "integration" | "postmaster")[];
            }[] | null;
            explanation: components["schemas"]["Explanation"] | null;
            /** Format: date-time */
            knownOn: string;
            /** @description What the license had adopted by then: rules, calendar, readings that were settled */
            law: {
                calendar: string;
                pack: string;
                readings: {
                    [key: string]: {
                        houseSeq: number;
                        /** @example receipt-day-counts */
                        reading: string;
                        scope: string;
                    };
                };
            };
            /** Format: uuid */
            licenseId: string;
            notices: {
                /** Format: date-time */
                at: string;
                /** @example mail */
                channel: string;
                /** @example 00000000-0000-5000-8000-000000000001/renewal:1/S-30/00000000-0000-5000-8000-000000000003/mail */
                key: string;
                obligationId: string;
                /** @description Null for a chat group */
                personId: string | null;
                /** @description Null for a mail */
                robotId: string | null;
                /** @description Null for a chat group, and for who was told in the place of another */
                role: string | null;
                rung: string;
                /**
                 * @description The last that was known
                 * @enum {string}
                 */
                state: "sent" | "uncertain" | "bounced";
            }[];
            /** @description Null where it was neither open nor foreseen any more */
            obligation: components["schemas"]["Obligation"] | null;
            obligationId: string;
            /** @description It was due on the day */
            open: boolean;
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            rungs: {
                acknowledgedBy: string | null;
                /** Format: date */
                on: string;
                people: string[];
                rung: string;
                skipped: boolean;
                snoozedUntil: string | null;
            }[];
            seq: number;
            simulated: boolean;
            /** Format: date */
            validOn: string;
            waived: boolean;
        };
        KnownState: {
            agenda: components["schemas"]["Obligation"][];
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /licenses/00000000-0000-5000-8000-000000000001/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33
             */
            canonical: string;
            /** @description Who might read it by what the house had granted by then: people by roles, programs by tokens. Null for callers who may not read who has access */
            couldSee: {
                id: string;
                /** @enum {string} */
                kind: "person" | "integration";
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                roles: ("officer" | "approver" | "manager" | "auditor" | "admin" | "integration" | "postmaster")[];
            }[] | null;
            filings: {
                id: string;
                kind: string;
                status: string;
            }[];
            /** Format: date-time */
            knownOn: string;
            /** @description What the license had adopted by then: rules, calendar, readings that were settled */
            law: {
                calendar: string;
                pack: string;
                readings: {
                    [key: string]: {
                        houseSeq: number;
                        /** @example receipt-day-counts */
                        reading: string;
                        scope: string;
                    };
                };
            };
            /** Format: uuid */
            licenseId: string;
            /** @description Messages that had left by then */
            notices: {
                /** Format: date-time */
                at: string;
                /** @example mail */
                channel: string;
                /** @example 00000000-0000-5000-8000-000000000001/renewal:1/S-30/00000000-0000-5000-8000-000000000003/mail */
                key: string;
                obligationId: string;
                /** @description Null for a chat group */
                personId: string | null;
                /** @description Null for a mail */
                robotId: string | null;
                /** @description Null for a chat group, and for who was told in the place of another */
                role: string | null;
                rung: string;
                /**
                 * @description The last that was known
                 * @enum {string}
                 */
                state: "sent" | "uncertain" | "bounced";
            }[];
            permit: components["schemas"]["PermitOnRecord"] | null;
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            seq: number;
            simulated: boolean;
            status: string;
            /**
             * Format: date
             * @description The day asked about, by which status and agenda are told
             */
            today: string;
            /** @description Entries of the day that hold only together with a later one, and so change nothing */
            unfit: number[];
            /** Format: date */
            validOn: string;
        };
        Ladders: {
            ladders: {
                /** @description Null where the house goes by the rules */
                chosen: ({
                    /** @example 00000000-0000-5000-8000-000000000003 */
                    chosenBy: string;
                    /** @description Entry of the house's record */
                    houseSeq: number;
                    offsets: number[] | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                /**
                 * @example [
                 *       30,
                 *       14,
                 *       7,
                 *       3
                 *     ]
                 */
                default: number[];
                kind: string;
            }[];
        };
        LaddersOfLicense: {
            ladders: {
                default: number[];
                house: number[] | null;
                kind: string;
                /**
                 * @description Whose choice holds
                 * @enum {string}
                 */
                of: "pack" | "house" | "license";
                /** @description Calendar days before the safe day that hold */
                offsets: number[];
                /** @description Entry that says so: of the license's stream, or of the house's; null for the rules */
                seq: number | null;
            }[];
            /** Format: uuid */
            licenseId: string;
        };
        License: {
            attention: {
                about: string;
                reason: string;
                /** Format: date */
                since: string;
            }[];
            authority: string;
            /** Format: uuid */
            companyId: string;
            filings: {
                id: string;
                kind: string;
                status: string;
            }[];
            /** @description Licenses that were opened to follow this one */
            followedBy: string[];
            follows: string | null;
            /** Format: uuid */
            licenseId: string;
            needsAttention: boolean;
            office: string;
            people: components["schemas"]["People"];
            permit: components["schemas"]["PermitOnRecord"] | null;
            /** @description The license whose permit took the place of this one */
            replacedBy: string | null;
            seq: number;
            serviceTypes: string[];
            simulated: boolean;
            status: string;
            /** Format: date */
            today: string;
            wakeUp: {
                /** Format: date-time */
                at: string;
                why: string | null;
            } | null;
        };
        LicenseChanges: {
            /**
             * @description The address that gives this answer again, byte for byte
             * @example /licenses/00000000-0000-5000-8000-000000000001/state-changes?from=2026-11-20&fromKnownOn=2026-11-20T02:00:00.000Z&to=2026-11-20&toKnownOn=2026-11-20T08:00:00.000Z&at=12.4.33
             */
            canonical: string;
            /** @description What counts in the later answer alone, with who did it, in words; reasons by role */
            entries: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
            facts: {
                /** @example submitted */
                from: unknown;
                /** @example status */
                member: string;
                /** @example in-review */
                to: unknown;
            }[];
            from: {
                /** Format: date-time */
                knownOn: string;
                /** Format: date */
                validOn: string;
            };
            /** Format: uuid */
            licenseId: string;
            /** @description Messages of which the later answer knows more */
            notices: {
                /** Format: date-time */
                at: string;
                /** @example mail */
                channel: string;
                /** @example 00000000-0000-5000-8000-000000000001/renewal:1/S-30/00000000-0000-5000-8000-000000000003/mail */
                key: string;
                obligationId: string;
                /** @description Null for a chat group */
                personId: string | null;
                /** @description Null for a mail */
                robotId: string | null;
                /** @description Null for a chat group, and for who was told in the place of another */
                role: string | null;
                rung: string;
                /**
                 * @description The last that was known
                 * @enum {string}
                 */
                state: "sent" | "uncertain" | "bounced";
            }[];
            obligations: {
                /** @enum {string} */
                change: "opened" | "ended" | "moved";
                /** @description Its date in the earlier answer */
                from: string | null;
                kind: string;
                obligationId: string;
                to: string | null;
            }[];
            /** @description The newest entries that were looked at, stream by stream */
            position: {
                /** @example 12.4.33 */
                at: string;
                streams: {
                    /**
                     * @description Of that entry, as the chain has it
                     * @example 5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f
                     */
                    hash: string | null;
                    seq: number;
                    /** @example license/00000000-0000-5000-8000-000000000001 */
                    stream: string;
                }[];
            };
            simulated: boolean;
            to: {
                /** Format: date-time */
                knownOn: string;
                /** Format: date */
                validOn: string;
            };
            /** @description What counts in the earlier answer alone, such as an entry whose day was corrected */
            withdrawn: {
                actor: {
                    id: string;
                    kind: string;
                };
                commandId: string;
                /** @description Days from the day on which it was true to that of its entry; 0 on the same day */
                daysLate: number;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** Format: date-time */
                storedAt: string;
                type: string;
                v: number;
                /** Format: date */
                validOn: string;
                words: components["schemas"]["Bilingual"] | null;
            }[];
        };
        LinkedIdentity: {
            linked: boolean;
            /** Format: uuid */
            personId: string;
        };
        Live: {
            /** @enum {string} */
            status: "live";
            /**
             * @description Of the product
             * @example 0.4.0
             */
            version: string;
        };
        /**
         * @example {
         *       "requirementId": "business-license",
         *       "from": {
         *         "licenseId": "00000000-0000-5000-8000-000000000001",
         *         "materialId": "00000000-0000-5000-8000-000000000006"
         *       }
         *     }
         */
        MaterialCopy: {
            /** @description A material of this or another license of the company: GET …/documents lists them */
            from: {
                /** Format: uuid */
                licenseId: string;
                /** Format: uuid */
                materialId: string;
            };
            /** @description Its day of issue; that on record where it is left out */
            issuedOn?: components["schemas"]["CivilDate"];
            /** @description Why an older version is replaced */
            reason?: string;
            /** @example application-form */
            requirementId: string;
            /** @description Bears the seal; what is on record where it is left out */
            sealed?: boolean;
        };
        /**
         * @example {
         *       "about": {
         *         "kind": "task",
         *         "taskId": "renewal:1"
         *       },
         *       "text": "材料下周一盖章。"
         *     }
         */
        NewComment: {
            /**
             * @default {
             *       "kind": "license"
             *     }
             */
            about?: {
                /** @enum {string} */
                kind: "license";
            } | {
                /** @example new-1 */
                filingId: string;
                /** @enum {string} */
                kind: "filing";
            } | {
                /** @enum {string} */
                kind: "task";
                /**
                 * @description An obligation, or an item of a correction
                 * @example renewal:1
                 */
                taskId: string;
            };
            /** @description Stored encrypted, and part of no record */
            text: string;
        };
        /**
         * @example {
         *       "format": "xlsx",
         *       "language": "zh",
         *       "filter": {
         *         "slackTo": 30
         *       }
         *     }
         */
        NewExport: {
            /**
             * @description In this order; all of them where it is left out, for a pdf those that fit
             * @default null
             */
            columns?: ("companyName" | "uscc" | "permitNumber" | "serviceTypes" | "coverage" | "authority" | "status" | "statusOn" | "permitLastDay" | "duty" | "dutyDate" | "safeDay" | "slack" | "filings" | "owner" | "deputy" | "manager" | "needsAttention" | "ended" | "simulated" | "companyId" | "licenseId")[] | null;
            /** @default {} */
            filter?: components["schemas"]["PortfolioFilter"];
            /**
             * @description pdf: a register in Chinese, ready to print
             * @enum {string}
             */
            format: "csv" | "xlsx" | "pdf";
            /**
             * @description Of headings and words; a pdf is in Chinese
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
            /**
             * @description A saved view of yours, or a shared one
             * @default null
             */
            viewId?: string | null;
        };
        /**
         * @example {
         *       "format": "xlsx",
         *       "language": "zh"
         *     }
         */
        NewExportOfView: {
            /**
             * @description In this order; all of them where it is left out, for a pdf those that fit
             * @default null
             */
            columns?: ("companyName" | "uscc" | "permitNumber" | "serviceTypes" | "coverage" | "authority" | "status" | "statusOn" | "permitLastDay" | "duty" | "dutyDate" | "safeDay" | "slack" | "filings" | "owner" | "deputy" | "manager" | "needsAttention" | "ended" | "simulated" | "companyId" | "licenseId")[] | null;
            /**
             * @description pdf: a register in Chinese, ready to print
             * @enum {string}
             */
            format: "csv" | "xlsx" | "pdf";
            /**
             * @description Of headings and words; a pdf is in Chinese
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
        };
        /**
         * @description Shows the licenses that meet every condition given; all of them where none is
         * @example {
         *       "language": "zh",
         *       "person": "00000000-0000-5000-8000-000000000003"
         *     }
         */
        NewFeed: {
            /**
             * @description MIIT, or the code of a province such as sh
             * @default null
             */
            authority?: string | null;
            /** @default null */
            companyId?: string | null;
            /** @default null */
            expiresAt?: string | null;
            /**
             * @description Language of the events
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @default null */
            owner?: string | null;
            /**
             * @description Owner, deputy or manager
             * @default null
             */
            person?: string | null;
            /**
             * @description A saved view of yours, or a shared one
             * @default null
             */
            view?: string | null;
        };
        /**
         * @example {
         *       "name": "示例三",
         *       "mail": "owner@example.com",
         *       "language": "zh"
         *     }
         */
        NewPerson: {
            /**
             * @description Language of the mails
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
            /** Format: email */
            mail: string;
            name: string;
        };
        /**
         * @example {
         *       "kind": "wecom",
         *       "name": "compliance-group",
         *       "language": "zh",
         *       "url": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000000",
         *       "urgentOnly": false
         *     }
         */
        NewRobot: {
            /** @default null */
            authorities?: string[] | null;
            /**
             * @description Only theirs; null for all
             * @default null
             */
            companyIds?: string[] | null;
            /** @enum {string} */
            kind: "wecom" | "dingtalk" | "feishu";
            /**
             * @default zh
             * @enum {string}
             */
            language?: "zh" | "en";
            /**
             * @description Only these; null for all
             * @default null
             */
            licenseIds?: string[] | null;
            /** @description Your own name for it: lower-case letters, digits and hyphens */
            name: string;
            /**
             * @description The secret of the setting 加签 / 签名校验; null without one
             * @default null
             */
            secret?: string | null;
            /** @default false */
            urgentOnly?: boolean;
            url: string;
        };
        /**
         * @example {
         *       "personId": "00000000-0000-5000-8000-000000000003",
         *       "roles": [
         *         "officer"
         *       ]
         *     }
         */
        NewToken: {
            /**
             * @description Only these acts; null for all that the roles may do
             * @default null
             */
            actions?: ("read-companies" | "create-company" | "record-company-fact" | "assess" | "rehearse" | "read-house-law" | "propose-reading" | "confirm-reading" | "reject-reading" | "propose-adoption" | "confirm-adoption" | "reject-adoption" | "choose-house-ladder" | "read-licenses" | "read-notices" | "read-history" | "read-state" | "export-license" | "export-audit-bundle" | "read-material" | "read-scan" | "read-private-text" | "open-license" | "register-permit" | "assign-people" | "open-filing" | "supply-material" | "record-original" | "sign-off-pack" | "submit-filing" | "record-authority-act" | "attach-scan" | "answer-correction" | "confirm-deemed" | "withdraw-filing" | "record-permit" | "decide-permit-end" | "decide-non-renewal" | "propose-correction" | "approve-correction" | "open-service" | "record-operation" | "correct-operation" | "record-companion" | "confirm-duty" | "close-license" | "acknowledge-notice" | "snooze-notice" | "choose-ladder" | "propose-waiver" | "approve-waiver" | "erase-texts" | "clear-attention" | "answer-operator-question" | "save-view" | "write-comment" | "import-permits" | "export-licenses" | "read-jobs" | "read-changes" | "read-feeds" | "create-feed" | "revoke-feed" | "report-bounce" | "read-alarms" | "read-people" | "create-person" | "change-preferences" | "record-absence" | "hand-over" | "deactivate-person" | "read-personal-data" | "erase-person" | "erase-house-texts" | "read-retention" | "choose-retention" | "skip-time" | "read-own-access" | "read-tokens" | "revoke-token" | "issue-token" | "read-access" | "read-house-state" | "grant-access" | "read-access-records" | "read-channels" | "manage-channels")[] | null;
            /** @default null */
            expiresAt?: string | null;
            /**
             * @description Name of a program, instead of a person
             * @default null
             */
            integration?: string | null;
            /** @default null */
            period?: {
                /** @default null */
                from?: components["schemas"]["CivilDate"] | null;
                /** @default null */
                until?: components["schemas"]["CivilDate"] | null;
            } | null;
            /** @default null */
            personId?: string | null;
            /** @description A person who lacks one is given it */
            roles: ("officer" | "approver" | "manager" | "auditor" | "admin" | "integration" | "postmaster")[];
            /** @default null */
            scope?: {
                /** @default [] */
                companies?: string[];
                /** @default [] */
                licenses?: string[];
            } | null;
        };
        /**
         * @example {
         *       "name": "erp",
         *       "url": "https://erp.example.com/hooks/paizhao",
         *       "eventTypes": [
         *         "permit-issued",
         *         "permit-renewed"
         *       ]
         *     }
         */
        NewWebhook: {
            /**
             * @description Only theirs; null for all
             * @default null
             */
            companyIds?: string[] | null;
            /**
             * @description Types of license events, as in the history; null for all
             * @default null
             */
            eventTypes?: string[] | null;
            /**
             * @description Whether it hears, entry by entry, of permits that an import puts on record; GET /changes has them in any case
             * @default true
             */
            imported?: boolean;
            /**
             * @description Only these; null for all
             * @default null
             */
            licenseIds?: string[] | null;
            /** @description Your own name for it: lower-case letters, digits and hyphens */
            name: string;
            url: string;
        };
        /**
         * @example {
         *       "keepOldHours": 24
         *     }
         */
        NewWebhookSecret: {
            /**
             * @description So long the old one signs too
             * @default 24
             */
            keepOldHours?: number;
        };
        /**
         * @example {
         *       "decidedOn": "2026-11-20",
         *       "number": "沪通不受 2026-0007",
         *       "reroutedTo": "MIIT"
         *     }
         */
        NonAcceptance: {
            decidedOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /** @default null */
            reason?: string | null;
            /**
             * @description The authority that decides instead, as the decision names it (MIIT, or the code of a provincial administration): a new filing is opened for it, linked to this one
             * @default null
             */
            reroutedTo?: string | null;
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
            /**
             * @description Day on which the decision was served; the day of the decision where it is left out
             * @default null
             */
            servedOn?: components["schemas"]["CivilDate"] | null;
        };
        /**
         * @example {
         *       "decidedOn": "2026-11-20",
         *       "reason": "The business moves to a partner."
         *     }
         */
        NonRenewal: {
            decidedOn: components["schemas"]["CivilDate"];
            /** @default null */
            reason?: string | null;
            /**
             * @description Types that end with the term; null for all of the permit
             * @default null
             */
            serviceTypes?: string[] | null;
        };
        /**
         * @example {
         *       "reportedOn": "2026-11-20",
         *       "number": null
         *     }
         */
        NonRenewalReport: {
            /** @default null */
            number?: string | null;
            reportedOn: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "on": "2026-11-20"
         *     }
         */
        NonRenewalWithdrawal: {
            on: components["schemas"]["CivilDate"];
        };
        /** @example {} */
        Nothing: Record<string, never>;
        /**
         * @example {
         *       "digest": true,
         *       "quietHours": {
         *         "from": "20:00",
         *         "until": "08:00"
         *       },
         *       "language": "zh",
         *       "mutedKinds": [
         *         "litigation"
         *       ]
         *     }
         */
        NoticePreferences: {
            /** @description One mail a day for what is not urgent; off: each reminder by itself */
            digest: boolean;
            /** @enum {string} */
            language: "zh" | "en";
            /** @description Kinds of duties of which no reminder is wanted */
            mutedKinds: ("acceptance" | "review" | "permit-issue" | "renewal-decision" | "correction" | "report-return" | "deferred-materials" | "annual-report" | "change" | "renewal" | "termination-notice" | "termination-decision" | "reissue-decision" | "non-renewal-report" | "permit-return" | "false-material-bar" | "fraud-bar" | "bad-list-exit" | "dishonest-list-exit" | "reconsideration" | "litigation" | "operating-without-permit" | "inspection-answer" | "special-condition" | "number-certificate-renewal" | "number-certificate-report")[];
            /** @description No mail in these hours, unless its safe day is today or past; null for none */
            quietHours: {
                /**
                 * @description On the clock in Shanghai
                 * @example 20:00
                 */
                from: string;
                /**
                 * @description On the clock in Shanghai
                 * @example 20:00
                 */
                until: string;
            } | null;
        };
        Notices: {
            /** Format: uuid */
            licenseId: string;
            notices: {
                acknowledgedBy: string | null;
                deliveries: {
                    attempts: number;
                    changedAt: string | null;
                    channel: string;
                    /** @description Key of the message that carries it with others */
                    digest: string | null;
                    /** Format: date-time */
                    dueAt: string;
                    /** @description Whose ladder it came from, what own history advises, who was away; null before 0.3.0 */
                    grounds: {
                        away: ("owner" | "deputy")[];
                        ladder: {
                            /** @enum {string} */
                            of: "pack" | "house" | "license";
                            seq: number | null;
                        };
                        preparation: {
                            count: number;
                            lastTime: number;
                            /** @enum {string} */
                            of: "license" | "company";
                            /** Format: date */
                            startBy: string;
                            workingDays: number;
                        } | null;
                    } | null;
                    key: string;
                    /** @enum {string} */
                    leaves: "alone" | "digest";
                    personId: string;
                    /** @enum {string} */
                    role: "owner" | "deputy" | "manager";
                    /** @description What the server said, or why nothing was sent */
                    smtpAnswer: string | null;
                    /** @enum {string} */
                    state: "queued" | "sending" | "sent" | "uncertain" | "suppressed" | "failed";
                    /** @description Why it leaves at once; null where it may wait */
                    urgency: string | null;
                }[];
                escalatedTo: ("deputy" | "manager")[];
                obligationId: string;
                /** Format: date */
                on: string;
                rung: string;
                seq: number;
                skipped: boolean;
                snoozedUntil: string | null;
            }[];
            planned: {
                /** Format: date-time */
                at: string;
                /** Format: date */
                day: string;
                obligationId: string;
                rung: string;
            }[];
            simulated: boolean;
        };
        /**
         * @example {
         *       "notify": false
         *     }
         */
        Notifying: {
            /** @description Mail people whose dates move; left out: only where it is one license. What is not mailed is recorded as suppressed; dates that are near or past are mailed all the same. */
            notify?: boolean;
        };
        Obligation: {
            cureEnd: string | null;
            deadline: components["schemas"]["Deadline"] | null;
            /** @enum {string} */
            duty: "company" | "authority" | "right";
            filingId: string | null;
            id: string;
            kind: string;
            next: components["schemas"]["Bilingual"];
            /** Format: date */
            openedOn: string;
            paused: boolean;
            period: string | null;
            /** @description The latest safe start, by what own filings of the kind took; null without history */
            preparation: {
                count: number;
                lastTime: number;
                /** @enum {string} */
                of: "license" | "company";
                /** Format: date */
                startBy: string;
                workingDays: number;
            } | null;
        };
        ObligationDeliveries: {
            /** Format: uuid */
            licenseId: string;
            obligationId: string;
            planned: {
                /** Format: date-time */
                at: string;
                /** Format: date */
                day: string;
                rung: string;
            }[];
            rungs: {
                acknowledged: {
                    /** Format: date-time */
                    at: string;
                    by: {
                        id: string;
                        kind: string;
                    };
                    seq: number;
                    until: string | null;
                }[];
                firings: {
                    /** Format: date-time */
                    at: string;
                    date: string | null;
                    /** @enum {string} */
                    firmness: "firm" | "provisional";
                    late: boolean;
                    /** Format: date */
                    plannedOn: string;
                    safeDay: string | null;
                    seq: number;
                    to: {
                        person: string;
                        /** @enum {string} */
                        role: "owner" | "deputy" | "manager";
                    }[];
                }[];
                messages: {
                    attempts: number;
                    channel: string;
                    /** Format: date-time */
                    dueAt: string;
                    key: string;
                    person: {
                        id: string;
                        /** @description For whoever may read people */
                        name: string | null;
                    };
                    /** @enum {string} */
                    role: "owner" | "deputy" | "manager";
                    settledAt: string | null;
                    /** @description Told because somebody else could not be reached */
                    standIn: boolean;
                    /** @enum {string} */
                    state: "queued" | "sending" | "sent" | "uncertain" | "suppressed" | "failed";
                    story: {
                        answer: string | null;
                        /** Format: date-time */
                        at: string;
                        attempt: number | null;
                        /** @description Entry of the license's delivery stream */
                        seq: number;
                        status: string | null;
                        /** Format: date-time */
                        storedAt: string;
                        type: string;
                        words: components["schemas"]["Bilingual"] | null;
                    }[];
                }[];
                rung: string;
                /** @description Recorded instead of sent, by these entries */
                skippedBy: number[];
                snoozed: {
                    /** Format: date-time */
                    at: string;
                    by: {
                        id: string;
                        kind: string;
                    };
                    seq: number;
                    until: string | null;
                }[];
            }[];
            simulated: boolean;
        };
        ObligationExplanation: {
            /** @description Null where no date is known */
            explanation: components["schemas"]["Explanation"] | null;
            /** Format: uuid */
            licenseId: string;
            obligationId: string;
            /** @description Whether a second computation came to the same date */
            proven: boolean | null;
            simulated: boolean;
            /** Format: date */
            today: string;
        };
        /**
         * @example {
         *       "kind": "new",
         *       "plannedOn": "2026-11-20"
         *     }
         */
        OpenFiling: {
            /**
             * @description Obligations that a change filing answers
             * @default []
             */
            answers?: string[];
            /** @enum {string} */
            kind: "new" | "renewal" | "change" | "termination" | "reissue" | "annual-report";
            /**
             * @description Year of an annual report: the year in which it is filed
             * @default null
             */
            period?: string | null;
            /** @default null */
            plannedOn?: components["schemas"]["CivilDate"] | null;
            /**
             * @description Types of the permit that a renewal or a termination is about; null for all of them
             * @default null
             */
            serviceTypes?: string[] | null;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "companyId": "00000000-0000-5000-8000-000000000002",
         *       "serviceTypes": [
         *         "B24"
         *       ],
         *       "coverage": {
         *         "kind": "province",
         *         "provinces": [
         *           "sh"
         *         ]
         *       },
         *       "people": {
         *         "owner": "00000000-0000-5000-8000-000000000003",
         *         "deputy": "00000000-0000-5000-8000-000000000004",
         *         "manager": "00000000-0000-5000-8000-000000000005"
         *       }
         *     }
         */
        OpenLicense: {
            /** Format: uuid */
            companyId: string;
            coverage: components["schemas"]["Coverage"];
            /**
             * @description The license of the same company that this one follows after its end, or the provincial one that a permit for the whole country is to replace
             * @default null
             */
            follows?: string | null;
            people: components["schemas"]["People"];
            serviceTypes: string[];
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "serviceType": "B24",
         *       "openedOn": "2026-11-20",
         *       "evidence": "first invoice of a client"
         *     }
         */
        OpenService: {
            /** @default null */
            evidence?: string | null;
            openedOn: components["schemas"]["CivilDate"];
            /**
             * @description Code of the 2015 catalogue, such as B24
             * @example B24
             */
            serviceType: string;
            /**
             * @description True enters a service that ran without or before the permit, as such
             * @default false
             */
            violation?: boolean;
        };
        /**
         * @example {
         *       "period": null,
         *       "reason": "entered for the wrong license"
         *     }
         */
        OperationCorrection: {
            /** @description The days as they were; null for what never ran */
            period: {
                startedOn: components["schemas"]["CivilDate"];
                /** @default null */
                stoppedOn?: components["schemas"]["CivilDate"] | null;
            } | null;
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        Operations: {
            /** @description In whole yuan; null where nothing ran without a right */
            exposure: {
                confiscated: number;
                fineFrom: number;
                fineTo: number;
                rule: {
                    citation: {
                        article: string;
                        source: string;
                    };
                    /** @enum {string} */
                    confidence: "verified" | "secondary" | "unverified";
                    id: string;
                    wording: {
                        en: string;
                        zh: string;
                    };
                };
            } | null;
            income: {
                /** Format: date */
                asOf: string;
                income: number;
            } | null;
            /** @description What the law says of the time without a permit, or with a pending application */
            law: {
                citation: {
                    article: string;
                    source: string;
                };
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                id: string;
                wording: {
                    en: string;
                    zh: string;
                };
            } | null;
            /** Format: uuid */
            licenseId: string;
            operations: {
                id: string;
                /** @description Of the alarm, while one is open */
                obligationId: string | null;
                province: string;
                serviceType: string;
                /** Format: date */
                startedOn: string;
                stoppedOn: string | null;
                withoutRight: {
                    /** Format: date */
                    from: string;
                    reasons: string[];
                    /** @description Last day; null while it goes on */
                    to: string | null;
                    words: {
                        en: string;
                        zh: string;
                    }[];
                }[];
            }[];
            seq: number;
            /** Format: date */
            today: string;
            /** @description Types that were opened, and of which nobody said where they run: no alarm comes for them */
            unwatched: string[];
        };
        /**
         * @example {
         *       "serviceType": "B24",
         *       "province": "sh",
         *       "startedOn": "2026-11-20",
         *       "evidence": "first call answered"
         *     }
         */
        OperationStart: {
            /** @default null */
            evidence?: string | null;
            /**
             * @description Host code of the province's administration, such as sh, gd, zj
             * @example sh
             */
            province: string;
            /**
             * @description Code of the 2015 catalogue, such as B24
             * @example B24
             */
            serviceType: string;
            startedOn: components["schemas"]["CivilDate"];
            /** @default null */
            stoppedOn?: components["schemas"]["CivilDate"] | null;
        };
        /**
         * @example {
         *       "stoppedOn": "2026-11-20",
         *       "evidence": "lines closed by the carrier"
         *     }
         */
        OperationStop: {
            /** @default null */
            evidence?: string | null;
            /** @description The last day on which the service ran */
            stoppedOn: components["schemas"]["CivilDate"];
        };
        OperatorAnswer: {
            /** @example renewal:1 */
            obligationId: string;
            operatorChanges: boolean;
            validOn?: components["schemas"]["CivilDate"];
        };
        /** @description Where the paper itself is */
        Original: {
            dueBackOn: string | null;
            /** Format: date */
            handedOverOn: string;
            holder: {
                person: string;
            } | {
                /** @description What somebody wrote, for whoever may read it */
                place: {
                    commitment: string;
                    ref: string;
                    text?: string | null;
                };
            };
            overdue: boolean;
            returnedOn: string | null;
            /** @description Day at the authority's window */
            shownOn: string | null;
        };
        /**
         * @example {
         *       "mistaken": "return",
         *       "reason": "登记有误，原件仍在窗口"
         *     }
         */
        OriginalCorrection: {
            /**
             * @description What was entered by mistake: the newest showing, or the return
             * @enum {string}
             */
            mistaken: "showing" | "return";
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "holder": {
         *         "person": "00000000-0000-5000-8000-000000000004"
         *       },
         *       "handedOverOn": "2026-11-20",
         *       "dueBackOn": null
         *     }
         */
        OriginalHandOver: {
            /** @default null */
            dueBackOn?: components["schemas"]["CivilDate"] | null;
            handedOverOn: components["schemas"]["CivilDate"];
            /** @description Who has the original, or where it is */
            holder: {
                /** Format: uuid */
                person: string;
            } | {
                place: string;
            };
        };
        /**
         * @example {
         *       "returnedOn": "2026-11-20"
         *     }
         */
        OriginalReturn: {
            returnedOn: components["schemas"]["CivilDate"];
        };
        Originals: {
            /** Format: uuid */
            licenseId: string;
            originals: {
                dueBackOn: string | null;
                filingId: string;
                /** Format: date */
                handedOverOn: string;
                holder: {
                    person: string;
                } | {
                    /** @description What somebody wrote, for whoever may read it */
                    place: {
                        commitment: string;
                        ref: string;
                        text?: string | null;
                    };
                };
                overdue: boolean;
                requirementId: string;
                returnedOn: string | null;
                /** @description Day at the authority's window */
                shownOn: string | null;
            }[];
        };
        /**
         * @example {
         *       "shownOn": "2026-11-20"
         *     }
         */
        OriginalShowing: {
            shownOn: components["schemas"]["CivilDate"];
        };
        OriginalsOut: {
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
            originals: {
                authority: string;
                /** Format: uuid */
                companyId: string;
                companyName: string;
                deputy: string;
                dueBackOn: string | null;
                filingId: string;
                /** Format: date */
                handedOverOn: string;
                /** Format: uuid */
                licenseId: string;
                overdue: boolean;
                owner: string;
                /** @description Who has it; null where it is at a place: GET /licenses/:id/originals says where */
                personId: string | null;
                requirementId: string;
                simulated: boolean;
            }[];
        };
        OwnAccess: {
            /** @description All that you may do */
            actions: string[];
            actor: {
                id: string;
                /** @enum {string} */
                kind: "person" | "integration" | "system";
            };
            /** @description Those within your scope, opened by the end of your period; null where nothing limits you */
            licenses: {
                /** Format: uuid */
                companyId: string;
                /** Format: uuid */
                licenseId: string;
                openedOn: string;
            }[] | null;
            period: {
                from: string | null;
                until: string | null;
            } | null;
            roles: string[];
            /** @description You see what each of them covers; without any, everything */
            scopes: {
                companies: string[];
                licenses: string[];
            }[];
        };
        Packs: {
            filingId: string;
            /** Format: uuid */
            licenseId: string;
            packs: {
                deferred: string[];
                materials: number;
                /** @description What the sign-off stands for */
                packHash: string;
                /** @description Rounds in which it was handed in */
                rounds: number[];
                /** @description Entry of the license's history */
                seq: number;
                signedBy: string;
                /** Format: date */
                signedOn: string;
                /**
                 * @description Outdated: materials have changed since; superseded: signed off again
                 * @enum {string}
                 */
                state: "standing" | "outdated" | "superseded";
            }[];
        };
        Papers: {
            /** Format: uuid */
            licenseId: string;
            papers: {
                corrections: {
                    approvedBy: string;
                    changes: {
                        from: unknown;
                        member: string;
                        to: unknown;
                    }[];
                    /** @description The entry that corrects it */
                    correctedBy: number;
                    /** Format: date */
                    on: string;
                    proposedBy: string;
                    /** @description The mistaken entry */
                    seq: number;
                }[];
                /** @description Days from the day on the paper to that of its entry; null where the paper tells only its term */
                daysLate: number | null;
                enteredBy: {
                    id: string;
                    kind: string;
                };
                filingId: string | null;
                number: string | null;
                /**
                 * Format: date
                 * @description Day on the paper; the first day of its term where it tells no other
                 */
                on: string;
                /** Format: date */
                recordedOn: string;
                scans: {
                    attachedBy: string;
                    /** Format: date */
                    attachedOn: string;
                    bytes: number;
                    mediaType: string;
                    replacedBy: string | null;
                    /** Format: uuid */
                    scanId: string;
                    seq: number;
                    sha256: string;
                }[];
                seq: number;
                /** @description Type of the entry, as in the history */
                type: string;
                words: {
                    en: string;
                    zh: string;
                };
            }[];
            seq: number;
        };
        /**
         * @description Ids of persons: who acts, who stands in, who is told last
         * @example {
         *       "owner": "00000000-0000-5000-8000-000000000003",
         *       "deputy": "00000000-0000-5000-8000-000000000004",
         *       "manager": "00000000-0000-5000-8000-000000000005"
         *     }
         */
        People: {
            /** Format: uuid */
            deputy: string;
            /** Format: uuid */
            manager: string;
            /** Format: uuid */
            owner: string;
        };
        /**
         * @example {
         *       "number": "沪B2-20261234",
         *       "validFrom": "2026-11-20",
         *       "printedLastDay": "2031-11-19",
         *       "serviceTypes": [
         *         "B24"
         *       ],
         *       "coverage": {
         *         "kind": "province",
         *         "provinces": [
         *           "sh"
         *         ]
         *       }
         *     }
         */
        Permit: {
            coverage: components["schemas"]["Coverage"];
            number: string;
            printedLastDay: components["schemas"]["CivilDate"];
            serviceTypes: string[];
            validFrom: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "permit": {
         *         "number": "沪B2-20261234",
         *         "validFrom": "2026-11-20",
         *         "printedLastDay": "2031-11-19",
         *         "serviceTypes": [
         *           "B24"
         *         ],
         *         "coverage": {
         *           "kind": "province",
         *           "provinces": [
         *             "sh"
         *           ]
         *         }
         *       },
         *       "issuedOn": "2026-11-20",
         *       "form": "electronic"
         *     }
         */
        PermitIssue: {
            /**
             * @description What the permit itself asks for (特别规定事项)
             * @default []
             */
            conditions?: {
                /**
                 * @description As the permit prints it
                 * @default null
                 */
                dueOn?: components["schemas"]["CivilDate"] | null;
                /** @enum {string} */
                kind: "open-service" | "act" | "standing";
                /** @default null */
                serviceType?: string | null;
                text: string;
            }[];
            /**
             * @description An e-permit, or one on paper; null where nobody said
             * @default null
             */
            form?: ("electronic" | "paper") | null;
            issuedOn: components["schemas"]["CivilDate"];
            permit: components["schemas"]["Permit"];
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
            /**
             * @description In what the permit says otherwise than the filing, and why it is taken as it is
             * @default null
             */
            settled?: {
                differences: ("serviceTypes" | "coverage")[];
                reason: string;
            } | null;
        };
        PermitOnRecord: {
            coverage: components["schemas"]["Coverage"];
            number: string;
            serviceTypes: string[];
            status: string;
            terms: {
                /** Format: date */
                computedLastDay: string;
                /** Format: date */
                lastDay: string;
                printedLastDay: string | null;
                provisional: boolean;
                /** Format: date */
                validFrom: string;
            }[];
        };
        /**
         * @example {
         *       "permit": {
         *         "number": "沪B2-20261234",
         *         "validFrom": "2026-11-20",
         *         "printedLastDay": "2031-11-19",
         *         "serviceTypes": [
         *           "B24"
         *         ],
         *         "coverage": {
         *           "kind": "province",
         *           "provinces": [
         *             "sh"
         *           ]
         *         }
         *       },
         *       "issuedOn": "2026-11-20",
         *       "form": "electronic"
         *     }
         */
        PermitPreview: {
            /**
             * @description What the permit itself asks for (特别规定事项)
             * @default []
             */
            conditions?: {
                /**
                 * @description As the permit prints it
                 * @default null
                 */
                dueOn?: components["schemas"]["CivilDate"] | null;
                /** @enum {string} */
                kind: "open-service" | "act" | "standing";
                /** @default null */
                serviceType?: string | null;
                text: string;
            }[];
            /**
             * @description An e-permit, or one on paper; null where nobody said
             * @default null
             */
            form?: ("electronic" | "paper") | null;
            issuedOn: components["schemas"]["CivilDate"];
            permit: components["schemas"]["Permit"];
            /**
             * @description In what the permit says otherwise than the filing, and why it is taken as it is
             * @default null
             */
            settled?: {
                differences: ("serviceTypes" | "coverage")[];
                reason: string;
            } | null;
        };
        PermitPreviewAnswer: {
            /** @description What would go on record */
            events: string[];
            filingId: string;
            /** @description Warning: unusual, and may be right; decision: entered, and an approver decides; settlement: entered only where it is named under `settled` */
            findings: {
                code: string;
                expected: unknown;
                /** @enum {string} */
                level: "warning" | "decision" | "settlement";
                pointer: string;
                printed: unknown;
                wording: {
                    en: string;
                    zh: string;
                };
            }[];
            /** Format: uuid */
            licenseId: string;
            /** @description Why it would be refused as it is; none where it would be entered */
            refusals: {
                code: string;
                message: string;
                pointer: string;
                remedy: string;
            }[];
        };
        /**
         * @example {
         *       "returnedOn": "2026-11-20"
         *     }
         */
        PermitReturn: {
            returnedOn: components["schemas"]["CivilDate"];
        };
        Person: {
            active: boolean;
            /**
             * Format: date-time
             * @description Since then name and address are destroyed: the one reads “已删除 (erased)”, the other is empty
             */
            erasedAt: string | null;
            /**
             * Format: date-time
             * @description Mail to this address comes back since then; null again once the address is changed
             */
            failingSince: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "zh" | "en";
            mail: string;
            name: string;
        };
        PersonalData: {
            absences: {
                calledOff: boolean;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string;
            }[];
            access: {
                /** @example 2031-11-19 */
                lastDay: string | null;
                linked: boolean;
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                roles: string[];
                scope: {
                    companies: string[];
                    licenses: string[];
                } | null;
            };
            /** @description Every entry of licenses, companies and the house that names the person as the actor */
            acts: {
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** @example license/00000000-0000-5000-8000-000000000001 */
                stream: string;
                /** @description What the person wrote in it, such as a reason, by its JSON Pointer in the entry’s data; null once it was erased. Names of a company’s representatives and shareholders are not among it */
                texts: {
                    /** @example /reason */
                    at: string;
                    text: string | null;
                }[];
                type: string;
                /** Format: date */
                validOn: string;
            }[];
            /** @description What mail servers reported about mails to the person */
            bounces: {
                action: string;
                /** @description It spoke of the address that the person had then */
                addressed: boolean;
                /** Format: date-time */
                arrivedAt: string;
                /** @example 550 5.1.1 no such mailbox */
                diagnostic: string;
                status: string;
            }[];
            /** @description Daily mails to auditors */
            checkpointMails: {
                /** @description What the mail server said last, without addresses */
                answer: string | null;
                changedAt: string | null;
                checkpoint: number;
                /** Format: date */
                day: string;
                state: string;
            }[];
            comments: {
                about: string;
                /** @example new-1 */
                aboutId: string | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                licenseId: string;
                /** @description Null once it was withdrawn or erased */
                text: string | null;
                withdrawnAt: string | null;
                /** Format: date-time */
                writtenAt: string;
            }[];
            /** @description Mails that carry several reminders */
            digests: {
                /** @description What the mail server said last, without addresses */
                answer: string | null;
                changedAt: string | null;
                /** Format: date */
                day: string;
                /** Format: date-time */
                dueAt: string;
                key: string;
                /** @description Reminders that it carries */
                messages: number;
                state: string;
            }[];
            /** @description Calendars that the person made, or that show the person’s licenses */
            feeds: {
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                /** @description Null of a calendar that somebody else made */
                lastUsedOn: string | null;
                /** Format: uuid */
                madeBy: string;
                ofOwner: string | null;
                ofPerson: string | null;
                revokedAt: string | null;
                scopes: {
                    [key: string]: unknown;
                }[];
            }[];
            /** Format: date-time */
            givenAt: string;
            /** @description Weekly mails that say that everything runs, by their Monday */
            heartbeats: {
                /** @description What the mail server said last, without addresses */
                answer: string | null;
                changedAt: string | null;
                state: string;
                /** Format: date */
                week: string;
            }[];
            /** @description Entries of the house’s record in which others name the person: roles, tokens, hand-overs … */
            house: {
                by: {
                    id: string;
                    kind: string;
                };
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                type: string;
                /** Format: date */
                validOn: string;
            }[];
            jobs: {
                asked: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                kind: string;
                outcome: {
                    [key: string]: unknown;
                } | null;
            }[];
            licenses: {
                ended: boolean;
                /** Format: uuid */
                licenseId: string;
                /** @enum {string} */
                role: "owner" | "deputy" | "manager";
            }[];
            /** @description Reminders to the person; what they said follows from license, obligation and rung */
            messages: {
                /** @description What the mail server said last, without addresses */
                answer: string | null;
                changedAt: string | null;
                /** @description Key of the digest that carried it */
                digest: string | null;
                /** Format: date-time */
                dueAt: string;
                /** Format: uuid */
                licenseId: string;
                obligationId: string;
                role: string;
                rung: string;
                state: string;
            }[];
            originals: {
                filingId: string;
                /** Format: date */
                handedOverOn: string;
                /** Format: uuid */
                licenseId: string;
                requirementId: string;
            }[];
            person: {
                active: boolean;
                erasedAt: string | null;
                failingSince: string | null;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                language: "zh" | "en";
                mail: string;
                name: string;
            };
            preferences: {
                digest: boolean;
                mutedKinds: string[];
                quietHours: {
                    fromMinute: number;
                    untilMinute: number;
                } | null;
            };
            /** @description What the person read, exported, asked, was denied, or is said to have done at the command line, as the access record has it */
            reads: {
                /** Format: date */
                day: string;
                /** @description What was read, how often, why (`reason`) */
                details: {
                    [key: string]: unknown;
                };
                kind: string;
                /** Format: date-time */
                recordedAt: string;
                seq: number;
                /** @description Null for what a newer release wrote */
                words: {
                    en: string;
                    zh: string;
                } | null;
            }[];
            /** @description Reports by which the person’s data goes after the period of keeping */
            retention: {
                /** Format: date */
                erasesOn: string;
                /** Format: date */
                madeOn: string;
                outcome: ("erased" | "kept") | null;
            }[];
            tokens: {
                actions: string[] | null;
                /** Format: date-time */
                createdAt: string;
                expiresAt: string | null;
                /** Format: uuid */
                id: string;
                lastUsedAt: string | null;
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                revokedAt: string | null;
                roles: string[];
                scope: {
                    companies: string[];
                    licenses: string[];
                } | null;
            }[];
            views: {
                /** Format: date-time */
                changedAt: string;
                filter: {
                    [key: string]: unknown;
                };
                /** Format: uuid */
                id: string;
                name: string;
                shared: boolean;
            }[];
        };
        /**
         * @example {
         *       "ground": "purpose-met",
         *       "reason": "该员工离职已满三年"
         *     }
         */
        PersonErasure: {
            /**
             * @description Which case of PIPL article 47: the purpose is met or cannot be met, the period of keeping has ended, consent was withdrawn, the data was handled against the law, another law says so
             * @enum {string}
             */
            ground: "purpose-met" | "retention-ended" | "consent-withdrawn" | "unlawful-handling" | "other-law";
            reason: string;
        };
        PortalForm: {
            /**
             * @description Unverified: the portal’s own form lies behind a login and was not read
             * @enum {string}
             */
            confidence: "verified" | "secondary" | "unverified";
            filingId: string;
            kind: string;
            /** Format: uuid */
            licenseId: string;
            missing: string[];
            sections: {
                fields: {
                    id: string;
                    label: components["schemas"]["Bilingual"];
                    /** @enum {string} */
                    source: "company" | "license" | "filing" | "permit" | "nobody";
                    /** @description Ready to copy; null where it is not on record */
                    value: string | null;
                }[];
                id: string;
                shareholders: {
                    amount: string;
                    foreign: boolean;
                    kind: components["schemas"]["Bilingual"];
                    name: string | null;
                    percent: string;
                }[] | null;
                title: components["schemas"]["Bilingual"];
            }[];
        };
        Portfolio: {
            licenses: {
                authority: string;
                /** Format: uuid */
                companyId: string;
                companyName: string;
                coverage: string;
                duty: {
                    date: string | null;
                    obligationId: string;
                    safeDay: string | null;
                } | null;
                ended: boolean;
                filings: {
                    id: string;
                    kind: string;
                    status: string;
                }[];
                /** Format: uuid */
                licenseId: string;
                needsAttention: boolean;
                people: {
                    deputy: string;
                    manager: string;
                    owner: string;
                };
                permit: {
                    lastDay: string | null;
                    number: string;
                } | null;
                seq: number;
                serviceTypes: string[];
                simulated: boolean;
                /** @description Days from the license's today to the last safe day of what presses most; below 0 it has passed */
                slack: number | null;
                status: string;
                /** Format: date */
                statusOn: string;
            }[];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
        };
        PortfolioByCompany: {
            companies: {
                /** Format: uuid */
                companyId: string;
                companyName: string;
                /** @description Its safe day comes within so many days, or has passed while its date has not */
                in7Days: number;
                in30Days: number;
                in90Days: number;
                licenses: number;
                nearestSafeDay: string | null;
                /** @description The date of the next duty has passed */
                overdue: number;
                /** @description Days from today to it */
                slack: number | null;
            }[];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
        };
        /**
         * @description Licenses that meet every condition given; all of them where none is
         * @example {
         *       "status": [
         *         "renewal-due",
         *         "renewal-pending"
         *       ],
         *       "slackTo": 30
         *     }
         */
        PortfolioFilter: {
            /**
             * @description MIIT or the code of a province such as sh; any of them
             * @example sh
             */
            authority?: string[];
            /**
             * @description Companies; any of them
             * @example 00000000-0000-5000-8000-000000000002
             */
            companyId?: string[];
            /** @description The company's next duty falls on or before this day */
            dueBy?: components["schemas"]["CivilDate"];
            /** @description The company's next duty falls on or after this day */
            dueFrom?: components["schemas"]["CivilDate"];
            ended?: boolean;
            needsAttention?: boolean;
            /**
             * Format: uuid
             * @description Who acts
             */
            owner?: string;
            /**
             * Format: uuid
             * @description Owner, deputy or manager
             */
            person?: string;
            /**
             * @description A fragment of a company’s name, a permit number or a social credit code; no wildcards. Wide and narrow forms, capitals and small letters are the same
             * @example 呼叫
             */
            q?: string;
            /**
             * @description Licenses for any of these types
             * @example B24
             */
            serviceType?: string[];
            /** @description Days from today to the last safe day of what presses most, at least; below 0: passed */
            slackFrom?: number;
            /** @description The same, at most; `30` for what must be done within thirty days */
            slackTo?: number;
            /**
             * @description Any of them
             * @example renewal-due
             */
            status?: ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed")[];
        };
        Problem: {
            /** @description Permanent; see /problems */
            code: string;
            detail: string;
            details?: Record<string, never>;
            /** @description All that is wrong, where several things are */
            errors?: {
                code: string;
                detail: string;
                pointer: string;
                remedy: string;
            }[];
            instance: string;
            /** @description JSON pointer into the request */
            pointer?: string;
            remedy: string;
            requestId: string;
            status: number;
            /** @description In Chinese or English, by Accept-Language */
            title: string;
            /**
             * Format: uri
             * @description A page about the code, for people
             */
            type: string;
        };
        ProblemList: {
            problems: components["schemas"]["ProblemWords"][];
        };
        /**
         * @example {
         *       "code": "version-stale",
         *       "title": {
         *         "zh": "内容已被更改",
         *         "en": "Changed in the meantime"
         *       },
         *       "remedy": {
         *         "zh": "请重新读取后再试。",
         *         "en": "Read it again and try again."
         *       }
         *     }
         */
        ProblemWords: {
            code: string;
            remedy: {
                en: string;
                zh: string;
            };
            title: {
                en: string;
                zh: string;
            };
        };
        /**
         * @example {
         *       "publishedOn": "2026-11-20"
         *     }
         */
        Publication: {
            /** @default null */
            number?: string | null;
            publishedOn: components["schemas"]["CivilDate"];
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        Readiness: {
            alarms: {
                open: number;
                untold: number;
            } | null;
            checks: {
                /** @enum {string} */
                database: "ok" | "failed";
                /** @enum {string} */
                law: "ok" | "failed";
                /** @enum {string} */
                licensesWorker: "ok" | "failed";
                /** @enum {string} */
                noticesWorker: "ok" | "failed";
                /** @enum {string} */
                temporal: "ok" | "failed";
            };
            law: {
                calendars: {
                    hash: string;
                    /** @example cn-2026.2 */
                    id: string;
                }[];
                digest: string;
                /** @description Law that licenses pin and this process has not */
                lacking: {
                    [key: string]: unknown;
                }[];
                packs: {
                    hash: string;
                    /** @example cn-vats-current@2 */
                    id: string;
                }[];
                workersDiffer: boolean;
            };
            /** @enum {string} */
            status: "ready" | "not-ready";
            /**
             * @description Of the product
             * @example 0.4.0
             */
            version: string;
        };
        /**
         * @example {
         *       "rule": "limit.review",
         *       "reading": "working-days-from-acceptance",
         *       "scope": {
         *         "kind": "authority",
         *         "authority": "sh"
         *       },
         *       "evidence": "主管部门书面答复（样例）"
         *     }
         */
        ReadingProposal: {
            /** @description What the choice rests on, such as a letter of the authority */
            evidence: string;
            /** @description Id of one of its readings; null leaves the rule open again */
            reading: string | null;
            /** @description Id of a rule, such as limit.review */
            rule: string;
            /** @description The narrowest scope counts: license, authority, installation */
            scope: {
                /** @enum {string} */
                kind: "installation";
            } | {
                authority: string;
                /** @enum {string} */
                kind: "authority";
            } | {
                /** @enum {string} */
                kind: "license";
                /** Format: uuid */
                licenseId: string;
            };
        };
        Readings: {
            readings: {
                decidedBy: string | null;
                evidence: {
                    commitment: string;
                    ref: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description Entry of the house's record */
                houseSeq: number;
                /** Format: uuid */
                id: string;
                /** @example 00000000-0000-5000-8000-000000000003 */
                proposedBy: string;
                /** @example working-days-from-acceptance */
                reading: string | null;
                rule: string;
                /**
                 * @example {
                 *       "kind": "authority",
                 *       "authority": "sh"
                 *     }
                 */
                scope: {
                    /** @enum {string} */
                    kind: "installation" | "authority" | "license";
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                state: "proposed" | "confirmed" | "rejected" | "superseded";
            }[];
        };
        /**
         * @example {
         *       "receivedOn": "2026-11-20",
         *       "number": "沪通收 2026-0123"
         *     }
         */
        Receipt: {
            /** @default null */
            number?: string | null;
            receivedOn: components["schemas"]["CivilDate"];
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        /**
         * @example {
         *       "refusedOn": "2026-11-20",
         *       "servedOn": "2026-11-20"
         *     }
         */
        Refusal: {
            /** @default false */
            falseMaterial?: boolean;
            /** @default null */
            number?: string | null;
            /** @default null */
            reason?: string | null;
            refusedOn: components["schemas"]["CivilDate"];
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
            servedOn: components["schemas"]["CivilDate"];
        };
        RegisterPermit: {
            /** Format: uuid */
            companyId: string;
            /** @default null */
            grantedOn?: components["schemas"]["CivilDate"] | null;
            /** @default [] */
            opened?: {
                /** @default null */
                openedOn?: components["schemas"]["CivilDate"] | null;
                /**
                 * @description Code of the 2015 catalogue, such as B24
                 * @example B24
                 */
                serviceType: string;
            }[];
            people: components["schemas"]["People"];
            permit: components["schemas"]["Permit"];
            /**
             * @description Years whose annual report is known to be filed
             * @default []
             */
            reportsFiled?: string[];
            /**
             * @description Fields that nobody could fill
             * @default []
             */
            unknown?: string[];
            validOn?: components["schemas"]["CivilDate"];
        };
        Rehearsal: {
            authority: string;
            authorityName: components["schemas"]["Bilingual"];
            /** @example cn-2026.2 */
            calendar: string;
            duties: ({
                deadline: ({
                    /** Format: date */
                    date: string;
                    firmness: string;
                    safeDay: string | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                kind: string;
                obligationId: string;
                period: string | null;
                slackDays: number | null;
            } & {
                [key: string]: unknown;
            })[];
            eligible: boolean | null;
            end: {
                status: string;
                terms: {
                    /** Format: date */
                    lastDay: string;
                    provisional: boolean;
                    /** Format: date */
                    validFrom: string;
                }[];
            };
            /** Format: date */
            endOn: string;
            fileBetween: {
                /** Format: date */
                from: string;
                to: string | null;
            } | null;
            filingOn: string | null;
            findings: {
                [key: string]: unknown;
            }[];
            latestStart: {
                [key: string]: unknown;
            } | null;
            notices: {
                [key: string]: unknown;
            }[];
            /**
             * @example {
             *       "owner": 31,
             *       "deputy": 4
             *     }
             */
            noticesByPerson: {
                [key: string]: number;
            };
            /** @example cn-vats-current@2 */
            pack: string;
            predictedIssue: {
                [key: string]: unknown;
            } | null;
            provisionalDates: {
                /** Format: date */
                date: string;
                obligationId: string;
                safeDay: string | null;
            }[];
            staleMaterials: ({
                issuedOn: string | null;
                requirementId: string;
                title: components["schemas"]["Bilingual"];
            } & {
                [key: string]: unknown;
            })[];
            /** Format: date */
            startOn: string;
            timeline: {
                /** @enum {string} */
                by: "company" | "authority" | "time";
                filingId: string | null;
                /** Format: date */
                on: string;
                /**
                 * @description Type of the event
                 * @example filing-submitted
                 */
                what: string;
            }[];
            waiting: {
                cost: number | null;
                days: number;
            } | null;
            wakeUps: number;
            windows: {
                doneOn: string | null;
                /** @enum {string} */
                firmness: "firm" | "provisional";
                /** Format: date */
                from: string;
                kind: string;
                obligationId: string;
                period: string | null;
                slackDays: number | null;
                /** Format: date */
                to: string;
            }[];
        };
        /**
         * @example {
         *       "from": "2026-11-19T00:00:00Z",
         *       "to": "2026-11-20T00:00:00Z"
         *     }
         */
        Replay: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        /**
         * @example {
         *       "filedOn": "2026-11-20",
         *       "number": null
         *     }
         */
        ReportFiled: {
            filedOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        /**
         * @example {
         *       "returnedOn": "2026-11-20"
         *     }
         */
        ReportReturn: {
            /** @default null */
            dueOn?: components["schemas"]["CivilDate"] | null;
            /** @default null */
            number?: string | null;
            returnedOn: components["schemas"]["CivilDate"];
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        Requirements: {
            /**
             * Format: date
             * @description The planned day, or today once it has passed
             */
            filingDay: string;
            filingId: string;
            /** @description The last day on which nothing supplied is too old */
            freshThrough: string | null;
            /** @description Supplied beyond the list: for items of a correction notice, or an older rule */
            further: {
                id: string;
                original: components["schemas"]["Original"] | null;
                supplied: components["schemas"]["SuppliedVersion"][];
            }[];
            /** Format: uuid */
            licenseId: string;
            plannedOn: string | null;
            requirements: {
                citation: components["schemas"]["Citation"];
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                deferred: boolean;
                /** @description Seal, signature and original that it needs, as far as a source says */
                formality: {
                    citation: components["schemas"]["Citation"];
                    /** @enum {string} */
                    confidence: "verified" | "secondary" | "unverified";
                    note: components["schemas"]["Bilingual"] | null;
                    original: ("shown" | "handed-in") | null;
                    seal: boolean | null;
                    signed: boolean | null;
                } | null;
                /** @description How old it may be on the filing day */
                freshness: {
                    length: number;
                    unit: string;
                } | null;
                freshUntil: string | null;
                id: string;
                material: {
                    materialId: string;
                    sha256: string;
                    version: number;
                } | null;
                original: components["schemas"]["Original"] | null;
                /** @description Id of the rule that asks for it */
                rule: string;
                sealMissing: boolean;
                stale: boolean | null;
                /** @enum {string} */
                status: "required" | "optional" | "deferrable";
                supplied: components["schemas"]["SuppliedVersion"][];
                title: components["schemas"]["Bilingual"];
                versions: number;
            }[];
        };
        Retention: {
            /** @description The newest report that was carried out */
            last: {
                /** @description When all of it was looked at; what is `spread` goes on by itself */
                doneAt: string | null;
                /** Format: date */
                erasesOn: string;
                /** Format: uuid */
                id: string;
                items: {
                    /** @description Texts or messages that go */
                    count: number;
                    /**
                     * Format: date
                     * @description When its period ended
                     */
                    dueOn: string;
                    /** @enum {string} */
                    kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
                    /**
                     * @description Named in the report; given to its license, which has not answered; gone; no longer due on its day, or refused by the license
                     * @enum {string}
                     */
                    state: "asked" | "spread" | "erased" | "kept";
                    /** @description Id of a person or license; the last day of the messages */
                    subject: string;
                }[];
                /** Format: date */
                madeOn: string;
                mailedAt: string | null;
            } | null;
            /** @description What the report after that would name, made today */
            next: {
                /** @description Texts or messages that go */
                count: number;
                /**
                 * Format: date
                 * @description When its period ended
                 */
                dueOn: string;
                /** @enum {string} */
                kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
                /** @description Id of a person or license; the last day of the messages */
                subject: string;
            }[];
            periods: {
                atLeast: number;
                days: number;
                /** @enum {string} */
                kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
                /** @description Where the house chose nothing */
                usually: number;
            }[];
            /** @description What goes on its day; nothing does that nobody was mailed of */
            report: {
                /** @description When all of it was looked at; what is `spread` goes on by itself */
                doneAt: string | null;
                /** Format: date */
                erasesOn: string;
                /** Format: uuid */
                id: string;
                items: {
                    /** @description Texts or messages that go */
                    count: number;
                    /**
                     * Format: date
                     * @description When its period ended
                     */
                    dueOn: string;
                    /** @enum {string} */
                    kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
                    /**
                     * @description Named in the report; given to its license, which has not answered; gone; no longer due on its day, or refused by the license
                     * @enum {string}
                     */
                    state: "asked" | "spread" | "erased" | "kept";
                    /** @description Id of a person or license; the last day of the messages */
                    subject: string;
                }[];
                /** Format: date */
                madeOn: string;
                mailedAt: string | null;
            } | null;
            /** @description Of all reports: texts whose license was told to erase them, and has not done it yet */
            underWay: {
                /** @description Texts or messages that go */
                count: number;
                /**
                 * Format: date
                 * @description When its period ended
                 */
                dueOn: string;
                /** @enum {string} */
                kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
                /**
                 * @description Named in the report; given to its license, which has not answered; gone; no longer due on its day, or refused by the license
                 * @enum {string}
                 */
                state: "asked" | "spread" | "erased" | "kept";
                /** @description Id of a person or license; the last day of the messages */
                subject: string;
            }[];
        };
        /**
         * @example {
         *       "days": 1825
         *     }
         */
        RetentionPeriod: {
            days: number;
        };
        Revocation: {
            /**
             * @description Set aside because it was got by deceit or bribery: three years without an application
             * @default false
             */
            byFraud?: boolean;
            /** @default null */
            number?: string | null;
            /** @enum {string} */
            outcome: "revoked" | "set-aside" | "withdrawn";
            /**
             * @description The paper permit must go back, by the day that the decision prints; null for nothing to return
             * @default null
             */
            returnPaper?: {
                /** @default null */
                dueOn?: components["schemas"]["CivilDate"] | null;
            } | null;
            revokedOn: components["schemas"]["CivilDate"];
            /**
             * @description Day on which the decision was served; the day of the decision where it is left out
             * @default null
             */
            servedOn?: components["schemas"]["CivilDate"] | null;
        };
        Robot: {
            authorities: string[] | null;
            companyIds: string[] | null;
            disabledWhy: ("by-hand" | "refused") | null;
            /** Format: uuid */
            id: string;
            kind: string;
            language: string;
            licenseIds: string[] | null;
            name: string;
            signs: boolean;
            /** @enum {string} */
            state: "enabled" | "disabled";
            urgentOnly: boolean;
            /**
             * @description Rises with every change; the ETag begins with it
             * @example 3
             */
            version: number;
        };
        /**
         * @example {
         *       "urgentOnly": true
         *     }
         */
        RobotChange: {
            authorities?: string[] | null;
            /** @description Only theirs; null for all */
            companyIds?: string[] | null;
            /** @enum {string} */
            language?: "zh" | "en";
            /** @description Only these; null for all */
            licenseIds?: string[] | null;
            /** @description Your own name for it: lower-case letters, digits and hyphens */
            name?: string;
            secret?: string | null;
            urgentOnly?: boolean;
            url?: string;
        };
        SavedView: {
            changedAt: string;
            filter: {
                [key: string]: unknown;
            };
            mine: boolean;
            name: string;
            /**
             * Format: uuid
             * @description Who keeps it
             */
            personId: string;
            /** @description The same conditions for GET /licenses */
            query: string;
            shared: boolean;
            /** @description Its licenses; as a calendar: POST /feeds with this view; as a file: POST /views/:id/exports */
            url: string;
            /**
             * @description Rises with every change; the ETag begins with it
             * @example 3
             */
            version: number;
            /** Format: uuid */
            viewId: string;
        };
        ScanStored: {
            bytes: number;
            /** Format: uuid */
            licenseId: string;
            mediaType: string;
            /** Format: uuid */
            scanId: string;
            sha256: string;
        };
        /**
         * @example {
         *       "scanId": "00000000-0000-5000-8000-000000000007"
         *     }
         */
        ScanTie: {
            /**
             * @description A scan of this paper that showed something else; it stays on record
             * @default null
             */
            replaces?: string | null;
            /** Format: uuid */
            scanId: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "deferred": []
         *     }
         */
        SignOff: {
            /**
             * @description Requirements promised for later (容缺)
             * @default []
             */
            deferred?: string[];
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "on": "2026-11-20",
         *       "officials": 2
         *     }
         */
        SiteVisit: {
            /** @default null */
            note?: string | null;
            officials: number;
            on: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "days": 7
         *     }
         */
        Skip: {
            /** @description Noon of this day in Shanghai, at most 3660 days on */
            until: components["schemas"]["CivilDate"];
        } | {
            days: number;
        };
        Skipped: {
            /** Format: date-time */
            from: string;
            /** Format: uuid */
            licenseId: string;
            /** Format: date-time */
            now: string;
            /** @enum {boolean} */
            simulated: true;
            /** Format: date */
            today: string;
            /** @description Messages that are still on their way */
            unsent: number;
        };
        Snooze: {
            /** @example renewal:1 */
            obligationId: string;
            /** @example S-30 */
            rung: string;
            until: components["schemas"]["CivilDate"];
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "kind": "open-service",
         *       "serviceType": "B24",
         *       "text": "Open the service in time.",
         *       "dueOn": "2031-11-19"
         *     }
         */
        SpecialCondition: {
            /**
             * @description As the permit prints it
             * @default null
             */
            dueOn?: components["schemas"]["CivilDate"] | null;
            /** @enum {string} */
            kind: "open-service" | "act" | "standing";
            /** @default null */
            serviceType?: string | null;
            text: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "income": 120000,
         *       "asOf": "2026-11-20"
         *     }
         */
        StatedIncome: {
            asOf: components["schemas"]["CivilDate"];
            /** @default null */
            evidence?: string | null;
            /** @description Whole RMB yuan earned without a right to */
            income: number;
        };
        /** @example {} */
        Submission: {
            /** @description Today where it is left out */
            submittedOn?: components["schemas"]["CivilDate"];
        };
        Subsidiaries: {
            /** Format: uuid */
            licenseId: string;
            rule: {
                citation: {
                    article: string;
                    source: string;
                };
                /** @enum {string} */
                confidence: "verified" | "secondary" | "unverified";
                id: string;
                wording: {
                    en: string;
                    zh: string;
                };
            } | null;
            seq: number;
            subsidiaries: {
                /** Format: date */
                approvedOn: string;
                endedOn: string | null;
                id: string;
                name: string;
                percent: number;
                provinces: string[];
                serviceTypes: string[];
                shownOnPermit: boolean;
            }[];
        };
        /**
         * @example {
         *       "name": "上海牌照示例子公司",
         *       "uscc": "91310000MA1K000019",
         *       "percent": 60,
         *       "serviceTypes": [
         *         "B24"
         *       ],
         *       "provinces": [
         *         "sh"
         *       ],
         *       "approvedOn": "2026-11-20",
         *       "shownOnPermit": true
         *     }
         */
        Subsidiary: {
            approvedOn: components["schemas"]["CivilDate"];
            name: string;
            /** @description Share that the holder of the permit has in it */
            percent: number;
            provinces: string[];
            serviceTypes: string[];
            /** @default false */
            shownOnPermit?: boolean;
            /** @example 91310000MA1K000019 */
            uscc: string;
        };
        SuppliedVersion: {
            bytes: number;
            copyOf: {
                licenseId: string;
                materialId: string;
            } | null;
            freshUntil: string | null;
            issuedOn: string | null;
            materialId: string;
            mediaType: string;
            /** @description Why it took the place of the version before it */
            reason: {
                commitment: string;
                ref: string;
                text?: string | null;
            } | null;
            sealed: boolean | null;
            sha256: string;
            stale: boolean | null;
            suppliedBy: string;
            /** Format: date */
            suppliedOn: string;
            version: number;
        };
        Suspension: {
            from: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /** @default null */
            until?: components["schemas"]["CivilDate"] | null;
        };
        SuspensionEnd: {
            /** @default null */
            number?: string | null;
            on: components["schemas"]["CivilDate"];
        };
        Tasks: {
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
            tasks: {
                authority: string;
                /** Format: uuid */
                companyId: string;
                companyName: string;
                cureEnd: string | null;
                /** @description Of an upload: the day on which it is swept */
                date: string | null;
                deputy: string;
                filingId: string | null;
                /** @description Of a correction: what was asked for, each a task of its own */
                items: {
                    done: {
                        by: string;
                        /** Format: date */
                        on: string;
                        seq: number;
                    } | null;
                    /** @description The version that was sent back */
                    rejected: {
                        materialId: string;
                        sha256: string;
                        version: number;
                    } | null;
                    requirementId: string | null;
                    /** @description The answer in words, or why the item is passed over */
                    said: {
                        commitment: string;
                        ref: string;
                        text?: string | null;
                    } | null;
                    /**
                     * @description Supplied: a newer version of the material answers it; answered: in words
                     * @enum {string}
                     */
                    state: "open" | "supplied" | "answered" | "passed-over";
                    /** @description The version that answers */
                    suppliedBy: {
                        materialId: string;
                        sha256: string;
                        version: number;
                    } | null;
                    taskId: string;
                    /** @description What the authority wrote, for whoever may read it */
                    text: {
                        commitment: string;
                        ref: string;
                        text?: string | null;
                    } | null;
                }[];
                kind: string;
                /** Format: uuid */
                licenseId: string;
                /** Format: date */
                openedOn: string;
                owner: string;
                period: string | null;
                safeDay: string | null;
                simulated: boolean;
                /** @description Days from the license's today to the safe day */
                slack: number | null;
                /** @enum {string} */
                state: "open" | "overdue" | "paused";
                /** @description The obligation's id, or that of an original due back or an upload in no entry */
                taskId: string;
            }[];
        };
        /**
         * @example {
         *       "endedOn": "2026-11-20",
         *       "number": null
         *     }
         */
        Termination: {
            endedOn: components["schemas"]["CivilDate"];
            /** @default null */
            number?: string | null;
            /**
             * @description The paper permit must go back, by the day that the decision prints; null for nothing to return
             * @default null
             */
            returnPaper?: {
                /** @default null */
                dueOn?: components["schemas"]["CivilDate"] | null;
            } | null;
            /**
             * @description Images of the paper, as POST …/scans gave their ids; later ones can be tied to the entry too
             * @default []
             */
            scans?: string[];
        };
        /**
         * @example {
         *       "refs": [
         *         "00000000-0000-5000-8000-000000000008"
         *       ],
         *       "ground": "consent-withdrawn",
         *       "reason": "本人要求删除其姓名"
         *     }
         */
        TextsErasure: {
            /**
             * @description Which case of PIPL article 47: the purpose is met or cannot be met, the period of keeping has ended, consent was withdrawn, the data was handled against the law, another law says so
             * @enum {string}
             */
            ground: "purpose-met" | "retention-ended" | "consent-withdrawn" | "unlawful-handling" | "other-law";
            reason: string;
            /** @description `ref` of each text, as the history shows it */
            refs: string[];
        };
        /**
         * @example {
         *       "refs": [
         *         "00000000-0000-5000-8000-000000000008"
         *       ],
         *       "ground": "purpose-met",
         *       "reason": "终止已满十年"
         *     }
         */
        TextsErasureOfLicense: {
            /**
             * @description Which case of PIPL article 47: the purpose is met or cannot be met, the period of keeping has ended, consent was withdrawn, the data was handled against the law, another law says so
             * @enum {string}
             */
            ground: "purpose-met" | "retention-ended" | "consent-withdrawn" | "unlawful-handling" | "other-law";
            reason: string;
            /** @description `ref` of each text, as the history shows it */
            refs: string[];
            validOn?: components["schemas"]["CivilDate"];
        };
        Tokens: {
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
            tokens: {
                actions: string[] | null;
                bearer: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "integration" | "system";
                };
                createdAt: string;
                expiresAt: string | null;
                /** Format: uuid */
                id: string;
                /** @description At most a minute behind */
                lastUsedAt: string | null;
                period: {
                    from: string | null;
                    until: string | null;
                } | null;
                revokedAt: string | null;
                roles: string[];
                scope: {
                    companies: string[];
                    licenses: string[];
                } | null;
            }[];
        };
        /**
         * @example {
         *       "name": "本月到期",
         *       "filter": {
         *         "status": [
         *           "renewal-due"
         *         ],
         *         "slackTo": 30
         *       },
         *       "shared": true
         *     }
         */
        View: {
            filter: components["schemas"]["PortfolioFilter"];
            /** @description Stored encrypted */
            name: string;
            /**
             * @description Everybody may read it; only you change it
             * @default false
             */
            shared?: boolean;
        };
        Waiver: {
            /** @example renewal:1 */
            obligationId: string;
            reason: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        WaiverApproval: {
            /** @example renewal:1 */
            obligationId: string;
            validOn?: components["schemas"]["CivilDate"];
        };
        Webhook: {
            companyIds: string[] | null;
            disabledWhy: ("by-hand" | "gone" | "failing") | null;
            eventTypes: string[] | null;
            failingSince: string | null;
            /** @description Of the URL; the rest of it may hold a secret */
            host: string;
            /** Format: uuid */
            id: string;
            imported: boolean;
            licenseIds: string[] | null;
            name: string;
            oldSecretUntil: string | null;
            /** @enum {string} */
            state: "enabled" | "disabled";
            /**
             * @description Rises with every change; the ETag begins with it
             * @example 3
             */
            version: number;
        };
        /**
         * @example {
         *       "url": "https://erp.example.com/hooks/licenses"
         *     }
         */
        WebhookChange: {
            /** @description Only theirs; null for all */
            companyIds?: string[] | null;
            /** @description Types of license events, as in the history; null for all */
            eventTypes?: string[] | null;
            /** @description Whether it hears, entry by entry, of permits that an import puts on record; GET /changes has them in any case */
            imported?: boolean;
            /** @description Only these; null for all */
            licenseIds?: string[] | null;
            /** @description Your own name for it: lower-case letters, digits and hyphens */
            name?: string;
            url?: string;
        };
        /**
         * @example {
         *       "webhookId": "00000000-0000-5000-8000-000000000001",
         *       "secret": "whsec_…"
         *     }
         */
        WebhookSecret: {
            secret: string;
            /** Format: uuid */
            webhookId: string;
        };
        /**
         * @example {
         *       "withdrawnOn": "2026-11-20"
         *     }
         */
        Withdrawal: {
            withdrawnOn: components["schemas"]["CivilDate"];
        };
    };
    responses: {
        /** @description The request cannot be read */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/malformed-json",
                 *       "title": "Not JSON",
                 *       "status": 400,
                 *       "detail": "the body is not JSON",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "malformed-json",
                 *       "remedy": "Send a JSON object.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Who asks is not known */
        Problem401: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/token-missing",
                 *       "title": "No token",
                 *       "status": 401,
                 *       "detail": "the request carries no bearer token",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "token-missing",
                 *       "remedy": "Send the header Authorization: Bearer pz_….",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not for this role, token, scope or person */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/role-not-allowed",
                 *       "title": "Not for this role",
                 *       "status": 403,
                 *       "detail": "\"open-license\" is not for auditor",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "role-not-allowed",
                 *       "remedy": "Let somebody with one of the allowed roles do it.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the address names is not there, or not for the caller */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/license-not-found",
                 *       "title": "No such license",
                 *       "status": 404,
                 *       "detail": "there is no such license",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "license-not-found",
                 *       "remedy": "Look at GET /licenses for the ids.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body did not arrive in time */
        Problem408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/body-too-slow",
                 *       "title": "Body too slow",
                 *       "status": 408,
                 *       "detail": "the body did not arrive within 60 seconds",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "body-too-slow",
                 *       "remedy": "Check the line, and send it again.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The record does not allow it as it stands, or the same command is in flight */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/grant-before-acceptance",
                 *       "title": "Grant before the acceptance",
                 *       "status": 409,
                 *       "detail": "the filing is not accepted yet",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "grant-before-acceptance",
                 *       "remedy": "Record the acceptance first.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It has changed since the version of If-Match */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/version-stale",
                 *       "title": "Changed in the meantime",
                 *       "status": 412,
                 *       "detail": "it has changed since you read it",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "version-stale",
                 *       "remedy": "Read it again, look at what changed, and try again with the new ETag.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/body-too-large",
                 *       "title": "Body too large",
                 *       "status": 413,
                 *       "detail": "the body is larger than 1 MB",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "body-too-large",
                 *       "remedy": "Stay below 1 MB; files go to the materials of a filing.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A body of another type */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/media-type-unsupported",
                 *       "title": "Media type not supported",
                 *       "status": 415,
                 *       "detail": "this endpoint takes application/json",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "media-type-unsupported",
                 *       "remedy": "Use the Content-Type that the endpoint documents.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the description or the law; every fault is named */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/invalid-date",
                 *       "title": "Date not valid",
                 *       "status": 422,
                 *       "detail": "\"2026-02-30\" is not a date",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "invalid-date",
                 *       "remedy": "Write a day that exists, as YYYY-MM-DD.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The version that is changed is not named */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/version-required",
                 *       "title": "No If-Match",
                 *       "status": 428,
                 *       "detail": "a change here needs the header If-Match",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "version-required",
                 *       "remedy": "Read it first and give its ETag in If-Match as it is; * changes it whatever its version.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too much at once */
        Problem429: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/too-many-requests",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "more requests than the limit allows",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "too-many-requests",
                 *       "remedy": "Wait as many seconds as Retry-After says, and try again.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unknown whether it was kept: the same key asks again */
        Problem503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://paizhao.example.com/problems/record-unavailable",
                 *       "title": "Record unavailable",
                 *       "status": 503,
                 *       "detail": "the record does not answer",
                 *       "instance": "/licenses/00000000-0000-5000-8000-000000000001",
                 *       "code": "record-unavailable",
                 *       "remedy": "The outcome is unknown: send it again with the same key, it is kept at most once.",
                 *       "requestId": "6f1c2a9e-0000-4000-8000-000000000001"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Your own id of this command: sending it again with the same body gives the same answer.
         * @example my-command-0001
         */
        "Idempotency-Key": string;
        /**
         * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
         * @example *
         */
        "If-Match": string;
        /**
         * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
         * @example *
         */
        "If-Match-optional": string;
        /** @example 7 */
        "Last-Event-ID-optional": string;
        /**
         * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
         * @example annual%20audit%202026
         */
        "Paizhao-Reason-optional": string;
    };
    requestBodies: never;
    headers: {
        /** @description Of answers to GET: what If-None-Match and, where the address has a version, If-Match compare */
        ETag: string;
        /** @description Where what was made is found */
        Location: string;
        /** @description Seconds */
        "Retry-After": string;
        /** @description RFC 6750 */
        "WWW-Authenticate": string;
        /** @description Names this request in logs: yours where you sent one */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Access.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "actor": {
                     *         "kind": "person",
                     *         "id": "00000000-0000-5000-8000-000000000003"
                     *       },
                     *       "roles": [
                     *         "officer"
                     *       ],
                     *       "actions": [
                     *         "read-licenses"
                     *       ],
                     *       "scopes": [
                     *         {
                     *           "companies": [
                     *             "00000000-0000-5000-8000-000000000002"
                     *           ],
                     *           "licenses": [
                     *             "00000000-0000-5000-8000-000000000001"
                     *           ]
                     *         }
                     *       ],
                     *       "period": {
                     *         "from": "2026-01-01",
                     *         "until": "2026-12-31"
                     *       },
                     *       "licenses": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "openedOn": "2026-11-20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OwnAccess"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "AccessRecords.list": {
        parameters: {
            query: {
                /** @description Id of a person whom it concerns, as far as that is known */
                about?: string;
                /** @description `next` of the page before; where that names `nextDay`, take it for `day` as well */
                after?: number;
                /** @description Id of the person or program that did it */
                by?: string;
                /** @example 2026-11-20 */
                day: components["schemas"]["CivilDate"];
                licenseId?: string;
                limit?: number;
                /** @description Last day, of 92 at most; `day` alone where it is left out */
                until?: components["schemas"]["CivilDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-11-20",
                     *       "until": "2026-11-20",
                     *       "records": [
                     *         {
                     *           "day": "2026-11-20",
                     *           "seq": 12,
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "kind": "exported",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "who": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "jobId": "00000000-0000-5000-8000-000000000010",
                     *           "format": "xlsx",
                     *           "columns": [
                     *             "companyName"
                     *           ],
                     *           "conditions": [
                     *             "status"
                     *           ],
                     *           "viewId": "00000000-0000-5000-8000-000000000010",
                     *           "licenses": 1,
                     *           "reason": {
                     *             "ref": "00000000-0000-5000-8000-000000000010",
                     *             "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *             "text": "材料下周一盖章。"
                     *           },
                     *           "people": [
                     *             "00000000-0000-5000-8000-000000000003"
                     *           ]
                     *         }
                     *       ],
                     *       "next": 1,
                     *       "nextDay": "2026-11-20"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessRecords"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Adoptions.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adoptions": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "kind": "rulebook",
                     *           "version": "cn-vats-current@2",
                     *           "state": "proposed",
                     *           "licenses": 1,
                     *           "moved": 1,
                     *           "impactHash": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     *           "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *           "decidedBy": "00000000-0000-5000-8000-000000000003",
                     *           "perSecond": 1,
                     *           "eventId": "00000000-0000-5000-8000-000000000010",
                     *           "houseSeq": 12
                     *         }
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Adoptions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Adoptions.propose": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "rulebook",
                 *       "version": "cn-vats-current@2"
                 *     }
                 */
                "application/json": components["schemas"]["AdoptionProposal"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adoptionId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        adoptionId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Adoptions.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010",
                     *       "kind": "rulebook",
                     *       "version": "cn-vats-current@2",
                     *       "state": "proposed",
                     *       "licenses": 1,
                     *       "moved": 1,
                     *       "impactHash": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     *       "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *       "decidedBy": "00000000-0000-5000-8000-000000000003",
                     *       "perSecond": 1,
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "houseSeq": 12,
                     *       "progress": {
                     *         "pending": 1,
                     *         "refused": [
                     *           {
                     *             "licenseId": "00000000-0000-5000-8000-000000000001"
                     *           }
                     *         ],
                     *         "perSecond": 1,
                     *         "secondsLeft": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Adoption"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Adoptions.confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notify": false,
                 *       "perSecond": 5
                 *     }
                 */
                "application/json": components["schemas"]["AdoptionConfirmation"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adoptionId": "00000000-0000-5000-8000-000000000010",
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "notify": false
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        adoptionId: string;
                        /** Format: uuid */
                        eventId: string;
                        notify: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Adoptions.impact": {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenses": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "dates": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "next": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": components["schemas"]["AdoptionImpact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Adoptions.reject": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "adoptionId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        adoptionId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Alarms.list": {
        parameters: {
            query?: {
                /** @description Those that are over too, newest first */
                all?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alarms": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "kind": "renewal",
                     *           "subject": "00000000-0000-5000-8000-000000000001",
                     *           "details": {
                     *             "key": "样例"
                     *           },
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "runbook": "docs/runbook.md#silence",
                     *           "raisedAt": "2026-11-20T02:00:00.000Z",
                     *           "lastToldAt": "2026-11-20T02:00:00.000Z",
                     *           "toldBy": "mail",
                     *           "tellings": 1,
                     *           "clearedAt": "2026-11-20T02:00:00.000Z",
                     *           "clearToldAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Alarms"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseList.list": {
        parameters: {
            query?: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /** @description MIIT or the code of a province such as sh; any of them */
                authority?: string[] | string;
                /** @description Companies; any of them */
                companyId?: string[] | string;
                /** @description As known then: a day (its end in Shanghai) or an instant; now where it is left out or lies ahead */
                knownOn?: string;
                needsAttention?: "true" | "false";
                /** @description Owner, deputy or manager */
                person?: string;
                /** @description Licenses for any of these types */
                serviceType?: string[] | string;
                /** @description Licenses whose time was skipped are told as of their own newest entry, and of its day where `validOn` is the day of `knownOn`; as an answer names it that was asked without `knownOn` */
                skipped?: "present";
                /** @description Any of them */
                status?: ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed")[] | ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed");
                /** @description What was true on this day; the day of `knownOn` where it is left out */
                validOn?: components["schemas"]["CivilDate"];
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"question":{"canonical":"/as-of/licenses?validOn=…&knownOn=…&at=120","validOn":"…","knownOn":"…","place":120,"total":2}}
                     *     {"license":{"licenseId":"…","seq":12,"companyName":"…","status":"in-review","state":"/licenses/…/state?validOn=…&knownOn=…"}}
                     *     {"progress":{"done":2,"total":2}}
                     *     {"end":{"licenses":1,"sha256":"5f…"}}
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Assessments.assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As docs/schemas/assess-profile.schema.json describes it; `today` is filled in. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "company": {
                 *         "name": "上海牌照示例科技有限公司",
                 *         "uscc": "91310000MA1K000019",
                 *         "province": "sh",
                 *         "city": "上海市",
                 *         "registeredCapital": 1000000,
                 *         "foreignShare": 0,
                 *         "establishedOn": "2024-05-20",
                 *         "shareholders": [
                 *           {
                 *             "kind": "natural-person",
                 *             "percent": 100,
                 *             "foreign": false
                 *           }
                 *         ]
                 *       },
                 *       "serviceTypes": [
                 *         "B24"
                 *       ],
                 *       "coverage": {
                 *         "kind": "province",
                 *         "provinces": [
                 *           "sh"
                 *         ]
                 *       },
                 *       "service": {
                 *         "for": "others",
                 *         "channels": [
                 *           "phone",
                 *           "instant-messages"
                 *         ],
                 *         "users": "domestic",
                 *         "clients": "domestic"
                 *       },
                 *       "conditions": {
                 *         "company": true,
                 *         "funds": true,
                 *         "staff": true,
                 *         "longTermService": true,
                 *         "premises": true
                 *       }
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "needed": "yes",
                     *       "types": [
                     *         "B24"
                     *       ],
                     *       "authority": "sh",
                     *       "authorityName": {
                     *         "zh": "有效期届满 90 日前申请续期",
                     *         "en": "Apply for the renewal 90 days before the term ends"
                     *       },
                     *       "office": "sh",
                     *       "officeName": {
                     *         "zh": "有效期届满 90 日前申请续期",
                     *         "en": "Apply for the renewal 90 days before the term ends"
                     *       },
                     *       "routing": {
                     *         "rule": "limit.renewal",
                     *         "wording": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "citation": {
                     *           "source": "measures-2017",
                     *           "article": "第二十八条"
                     *         },
                     *         "confidence": "verified"
                     *       },
                     *       "capitalFloor": 1000000,
                     *       "capital": {
                     *         "rule": "limit.renewal",
                     *         "wording": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "citation": {
                     *           "source": "measures-2017",
                     *           "article": "第二十八条"
                     *         },
                     *         "confidence": "verified"
                     *       },
                     *       "capitalMet": false,
                     *       "eligible": false,
                     *       "findings": [
                     *         {
                     *           "code": "capital-too-low",
                     *           "level": "blocking",
                     *           "rule": "limit.renewal",
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           }
                     *         }
                     *       ],
                     *       "materials": [
                     *         {
                     *           "rule": "limit.renewal",
                     *           "wording": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           },
                     *           "confidence": "verified",
                     *           "id": "record-1",
                     *           "status": "required",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "issuedOn": "2026-11-20",
                     *           "freshUntil": "2031-11-19",
                     *           "stale": false
                     *         }
                     *       ],
                     *       "readings": [
                     *         {
                     *           "authority": "sh",
                     *           "confidence": "verified",
                     *           "wording": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           }
                     *         }
                     *       ],
                     *       "bars": [
                     *         {}
                     *       ],
                     *       "normalised": [
                     *         {}
                     *       ],
                     *       "earliestFiling": "2026-11-20",
                     *       "filingDay": "2026-11-20",
                     *       "filingWindow": {
                     *         "from": "2026-11-20",
                     *         "to": "2031-11-19"
                     *       },
                     *       "withoutPermit": {
                     *         "rule": "limit.renewal",
                     *         "wording": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "citation": {
                     *           "source": "measures-2017",
                     *           "article": "第二十八条"
                     *         },
                     *         "confidence": "verified",
                     *         "from": 1,
                     *         "to": 1,
                     *         "confiscated": 1
                     *       },
                     *       "unverifiedRules": [
                     *         "limit.review"
                     *       ],
                     *       "settledRules": [
                     *         {}
                     *       ],
                     *       "pack": "cn-vats-current@2",
                     *       "calendar": "cn-2026.2"
                     *     }
                     */
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Bounces.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example From: MAILER-DAEMON@mx.example.com
                 *     To: paizhao@example.com
                 *     MIME-Version: 1.0
                 *     Content-Type: multipart/report; report-type=delivery-status; boundary="b"
                 *
                 *     --b
                 *     Content-Type: message/delivery-status
                 *
                 *     Reporting-MTA: dns; mx.example.com
                 *
                 *     Final-Recipient: rfc822; owner@example.com
                 *     Action: failed
                 *     Status: 5.1.1
                 *     Diagnostic-Code: smtp; 550 5.1.1 no such user
                 *
                 *     --b
                 *     Content-Type: text/rfc822-headers
                 *
                 *     Message-ID: <0123456789abcdef0123456789abcdef@example.com>
                 *     To: owner@example.com
                 *
                 *     --b--
                 */
                "message/rfc822": string;
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "recorded",
                     *       "bounceId": "00000000-0000-5000-8000-000000000010",
                     *       "effect": false
                     *     }
                     */
                    "application/json": components["schemas"]["BounceOutcome"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Changes.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description Where a reader begins who has no place yet; `end`: with what happens from now on */
                from?: "start" | "end";
                limit?: number;
                /** @description Types of entries, as in the history; any of them */
                type?: string[] | string;
                /** @description Seconds to wait for something new before an empty page is answered */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "type": "license.permit_issued",
                     *           "timestamp": "2026-11-20T02:00:00.000Z",
                     *           "data": {
                     *             "licenseId": "00000000-0000-5000-8000-000000000001",
                     *             "companyId": "00000000-0000-5000-8000-000000000002",
                     *             "seq": 12,
                     *             "event": "permit-issued",
                     *             "validOn": "2026-11-20",
                     *             "recordedAt": "2026-11-20T02:00:00.000Z",
                     *             "simulated": false
                     *           }
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0",
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["Changes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companies.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companies": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "seq": 12,
                     *           "name": "样例通信有限公司",
                     *           "uscc": "91310000MA1FL0000X",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["Companies"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companies.register": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "上海牌照示例科技有限公司",
                 *       "uscc": "91310000MA1K000019",
                 *       "province": "sh",
                 *       "city": "上海市",
                 *       "registeredCapital": 1000000,
                 *       "establishedOn": "2024-05-20",
                 *       "legalRepresentative": "示例一",
                 *       "shareholders": [
                 *         {
                 *           "kind": "natural-person",
                 *           "name": "示例一",
                 *           "percent": 100
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CompanyFacts"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "seq": 12
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyRegistered"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companies.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010",
                     *       "seq": 12,
                     *       "recordedAt": "2026-11-20T02:00:00.000Z",
                     *       "facts": {
                     *         "name": "样例通信有限公司",
                     *         "uscc": "91310000MA1FL0000X",
                     *         "province": "sh"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "CompanyCompanions.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "companions": [
                     *         {
                     *           "id": "companion-1",
                     *           "companion": "hazardous-chemicals-permit",
                     *           "number": "R-2026-001",
                     *           "holder": {
                     *             "ref": "00000000-0000-5000-8000-000000000007",
                     *             "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *             "text": "材料下周一盖章。"
                     *           },
                     *           "terms": [
                     *             {
                     *               "validFrom": "2026-11-20",
                     *               "lastDay": "2031-11-19"
                     *             }
                     *           ],
                     *           "reports": [
                     *             {
                     *               "year": "2026",
                     *               "filedOn": "2026-11-20"
                     *             }
                     *           ],
                     *           "endedOn": "2031-11-19",
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "duties": [
                     *             {
                     *               "id": "display-permit-number",
                     *               "kind": "renewal",
                     *               "period": "2026",
                     *               "deadline": {
                     *                 "date": "2026-11-20",
                     *                 "safeDay": "2026-11-20",
                     *                 "firmness": "firm"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyCompanions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Erasure.eraseTextsOfCompany": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refs": [
                 *         "00000000-0000-5000-8000-000000000008"
                 *       ],
                 *       "ground": "consent-withdrawn",
                 *       "reason": "本人要求删除其姓名"
                 *     }
                 */
                "application/json": components["schemas"]["TextsErasure"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "seq": 12
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyTextsErased"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companies.recordFact": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "change": {
                 *         "kind": "shareholders",
                 *         "decidedOn": "2026-11-20",
                 *         "operatorChanges": false
                 *       },
                 *       "facts": {
                 *         "shareholders": [
                 *           {
                 *             "kind": "natural-person",
                 *             "name": "示例二",
                 *             "percent": 100
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CompanyFact"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "seq": 12,
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "licenses": [
                     *         "00000000-0000-5000-8000-000000000001"
                     *       ],
                     *       "notify": false
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyFactRecorded"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companies.recordFlag": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "flag": "bad-list",
                 *       "listed": true,
                 *       "on": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["CompanyFlag"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "seq": 12,
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "licenses": [
                     *         "00000000-0000-5000-8000-000000000001"
                     *       ],
                     *       "notify": false
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyFactRecorded"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "CompanyAsOf.state": {
        parameters: {
            query?: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /** @description As known then: a day (its end in Shanghai) or an instant; now where it is left out or lies ahead */
                knownOn?: string;
                /** @description What was true on this day; the day of `knownOn` where it is left out */
                validOn?: components["schemas"]["CivilDate"];
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "validOn": "2026-11-20",
                     *       "knownOn": "2026-11-20T02:00:00.000Z",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "canonical": "/companies/00000000-0000-5000-8000-000000000002/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=3.33",
                     *       "seq": 12,
                     *       "facts": {
                     *         "name": "样例通信有限公司",
                     *         "uscc": "91310000MA1FL0000X",
                     *         "province": "sh"
                     *       },
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "licenses": "/as-of/licenses?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&companyId=00000000-0000-5000-8000-000000000002",
                     *       "couldSee": [
                     *         {
                     *           "kind": "person",
                     *           "id": "record-1",
                     *           "roles": [
                     *             "officer"
                     *           ],
                     *           "period": {
                     *             "from": "2026-11-20",
                     *             "until": "2031-11-19"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KnownCompany"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "CompanyChanges.changes": {
        parameters: {
            query: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /**
                 * @description What was true on this day …
                 * @example 2026-11-20
                 */
                from: components["schemas"]["CivilDate"];
                /** @description The earlier one: as known then (a day or an instant); at the end of `from` if left out */
                fromKnownOn?: string;
                /**
                 * @description … and what on this one
                 * @example 2026-11-20
                 */
                to: components["schemas"]["CivilDate"];
                /** @description The later one: as known then (a day or an instant); at the end of `to` if left out */
                toKnownOn?: string;
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "from": {
                     *         "validOn": "2026-11-20",
                     *         "knownOn": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "to": {
                     *         "validOn": "2026-11-20",
                     *         "knownOn": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "canonical": "/companies/00000000-0000-5000-8000-000000000002/state-changes?from=2026-11-20&fromKnownOn=2026-11-20T02:00:00.000Z&to=2026-11-20&toKnownOn=2026-11-20T08:00:00.000Z&at=3.33",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "withdrawn": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "facts": [
                     *         {
                     *           "member": "registeredCapital",
                     *           "from": 1000000,
                     *           "to": 10000000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyChanges"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Dashboard.figures": {
        parameters: {
            query?: {
                /** @description MIIT or the code of a province such as sh; any of them */
                authority?: string[] | string;
                /** @description Companies; any of them */
                companyId?: string[] | string;
                /** @description The company's next duty falls on or before this day */
                dueBy?: components["schemas"]["CivilDate"];
                /** @description The company's next duty falls on or after this day */
                dueFrom?: components["schemas"]["CivilDate"];
                ended?: "true" | "false";
                needsAttention?: "true" | "false";
                /** @description Who acts */
                owner?: string;
                /** @description Owner, deputy or manager */
                person?: string;
                /** @description A fragment of a company’s name, a permit number or a social credit code; no wildcards. Wide and narrow forms, capitals and small letters are the same */
                q?: string;
                /** @description Licenses for any of these types */
                serviceType?: string[] | string;
                /** @description Days from today to the last safe day of what presses most, at least; below 0: passed */
                slackFrom?: number;
                /** @description The same, at most; `30` for what must be done within thirty days */
                slackTo?: number;
                /** @description Any of them */
                status?: ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed")[] | ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "today": "2026-11-20",
                     *       "licenses": 1,
                     *       "ended": 1,
                     *       "needsAttention": 1,
                     *       "simulated": 1,
                     *       "due": {
                     *         "overdue": 1,
                     *         "in7Days": 1,
                     *         "in30Days": 1,
                     *         "in90Days": 1
                     *       },
                     *       "byStatus": [
                     *         {
                     *           "status": "valid",
                     *           "licenses": 1,
                     *           "overdue": 1,
                     *           "in7Days": 1,
                     *           "in30Days": 1,
                     *           "in90Days": 1
                     *         }
                     *       ],
                     *       "waitingForAuthority": {
                     *         "licenses": 1,
                     *         "late": 1
                     *       },
                     *       "trend": [
                     *         {
                     *           "month": "2026-11",
                     *           "opened": 1,
                     *           "submitted": 1,
                     *           "corrections": 1,
                     *           "issued": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Dashboard.companies": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description MIIT or the code of a province such as sh; any of them */
                authority?: string[] | string;
                /** @description Companies; any of them */
                companyId?: string[] | string;
                /** @description The company's next duty falls on or before this day */
                dueBy?: components["schemas"]["CivilDate"];
                /** @description The company's next duty falls on or after this day */
                dueFrom?: components["schemas"]["CivilDate"];
                ended?: "true" | "false";
                limit?: number;
                needsAttention?: "true" | "false";
                /** @description Who acts */
                owner?: string;
                /** @description Owner, deputy or manager */
                person?: string;
                /** @description A fragment of a company’s name, a permit number or a social credit code; no wildcards. Wide and narrow forms, capitals and small letters are the same */
                q?: string;
                /** @description Licenses for any of these types */
                serviceType?: string[] | string;
                /** @description Days from today to the last safe day of what presses most, at least; below 0: passed */
                slackFrom?: number;
                /** @description The same, at most; `30` for what must be done within thirty days */
                slackTo?: number;
                /** @description Any of them */
                status?: ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed")[] | ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "companies": [
                     *         {
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "companyName": "样例通信有限公司",
                     *           "licenses": 1,
                     *           "overdue": 1,
                     *           "in7Days": 1,
                     *           "in30Days": 1,
                     *           "in90Days": 1,
                     *           "nearestSafeDay": "2026-11-20",
                     *           "slack": 1
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["PortfolioByCompany"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Exports.begin": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "xlsx",
                 *       "language": "zh",
                 *       "filter": {
                 *         "slackTo": 30
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "00000000-0000-5000-8000-000000000007"
                     *     }
                     */
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Exports.sheet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000007 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/pdf": string;
                    /** @example  */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example  */
                    "text/csv; charset=utf-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Feeds.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "feeds": [
                     *         {
                     *           "feedId": "00000000-0000-5000-8000-000000000010",
                     *           "personId": "00000000-0000-5000-8000-000000000003",
                     *           "language": "zh",
                     *           "person": "00000000-0000-5000-8000-000000000010",
                     *           "owner": "00000000-0000-5000-8000-000000000003",
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "authority": "sh",
                     *           "view": "00000000-0000-5000-8000-000000000010",
                     *           "createdAt": "2026-11-20T02:00:00.000Z",
                     *           "expiresAt": "2026-11-20T02:00:00.000Z",
                     *           "revokedAt": "2026-11-20T02:00:00.000Z",
                     *           "lastUsedOn": "2026-11-20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        feeds: components["schemas"]["Feed"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Feeds.issue": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "zh",
                 *       "person": "00000000-0000-5000-8000-000000000003"
                 *     }
                 */
                "application/json": components["schemas"]["NewFeed"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "feedId": "00000000-0000-5000-8000-000000000010",
                     *       "url": "https://paizhao.example.com/views/00000000-0000-5000-8000-000000000009/licenses"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedFeed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Feeds.revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "feedId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        feedId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Feeds.fetch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example pz_… */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All-day events: the safe day of each open obligation */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     …
                     *     END:VCALENDAR
                     */
                    "text/calendar": string;
                };
            };
            /** @description Nothing has changed since the ETag of If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live",
                     *       "version": "0.4.0"
                     *     }
                     */
                    "application/json": components["schemas"]["Live"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it works */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "version": "0.4.0",
                     *       "checks": {
                     *         "database": "ok",
                     *         "temporal": "ok",
                     *         "licensesWorker": "ok",
                     *         "noticesWorker": "ok",
                     *         "law": "ok"
                     *       },
                     *       "alarms": {
                     *         "open": 1,
                     *         "untold": 1
                     *       },
                     *       "law": {
                     *         "packs": [
                     *           {
                     *             "id": "cn-vats-current@2",
                     *             "hash": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
                     *           }
                     *         ],
                     *         "calendars": [
                     *           {
                     *             "id": "cn-2026.2",
                     *             "hash": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
                     *           }
                     *         ],
                     *         "digest": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     *         "lacking": [
                     *           {}
                     *         ],
                     *         "workersDiffer": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Something does not */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "version": "0.4.0",
                     *       "checks": {
                     *         "database": "ok",
                     *         "temporal": "ok",
                     *         "licensesWorker": "ok",
                     *         "noticesWorker": "ok",
                     *         "law": "ok"
                     *       },
                     *       "alarms": {
                     *         "open": 1,
                     *         "untold": 1
                     *       },
                     *       "law": {
                     *         "packs": [
                     *           {
                     *             "id": "cn-vats-current@2",
                     *             "hash": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
                     *           }
                     *         ],
                     *         "calendars": [
                     *           {
                     *             "id": "cn-2026.2",
                     *             "hash": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
                     *           }
                     *         ],
                     *         "digest": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     *         "lacking": [
                     *           {}
                     *         ],
                     *         "workersDiffer": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    "Erasure.eraseTextsOfHouse": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refs": [
                 *         "00000000-0000-5000-8000-000000000008"
                 *       ],
                 *       "ground": "consent-withdrawn",
                 *       "reason": "本人要求删除其姓名"
                 *     }
                 */
                "application/json": components["schemas"]["TextsErasure"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "houseSeq": 12
                     *     }
                     */
                    "application/json": components["schemas"]["HouseTextsErased"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "HouseAsOf.state": {
        parameters: {
            query?: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /** @description As known then: a day (its end in Shanghai) or an instant; now where it is left out or lies ahead */
                knownOn?: string;
                /** @description What was true on this day; the day of `knownOn` where it is left out */
                validOn?: components["schemas"]["CivilDate"];
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "validOn": "2026-11-20",
                     *       "knownOn": "2026-11-20T02:00:00.000Z",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "canonical": "/house/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=33",
                     *       "seq": 12,
                     *       "access": [
                     *         {
                     *           "kind": "person",
                     *           "id": "record-1",
                     *           "roles": [
                     *             "officer"
                     *           ],
                     *           "actions": [
                     *             "read-licenses"
                     *           ],
                     *           "scope": {
                     *             "companies": [
                     *               "00000000-0000-5000-8000-000000000002"
                     *             ],
                     *             "licenses": [
                     *               "00000000-0000-5000-8000-000000000001"
                     *             ]
                     *           },
                     *           "period": {
                     *             "from": "2026-11-20",
                     *             "until": "2031-11-19"
                     *           }
                     *         }
                     *       ],
                     *       "rulebook": "cn-vats-current-2",
                     *       "calendar": "cn-2026.2",
                     *       "readings": [
                     *         {
                     *           "rule": "limit.renewal",
                     *           "reading": "receipt-day-counts",
                     *           "scope": {
                     *             "kind": "installation"
                     *           },
                     *           "houseSeq": 12
                     *         }
                     *       ],
                     *       "ladders": {
                     *         "key": [
                     *           1
                     *         ]
                     *       },
                     *       "retention": {
                     *         "key": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["KnownHouse"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "HouseAsOf.changes": {
        parameters: {
            query: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /**
                 * @description What was true on this day …
                 * @example 2026-11-20
                 */
                from: components["schemas"]["CivilDate"];
                /** @description The earlier one: as known then (a day or an instant); at the end of `from` if left out */
                fromKnownOn?: string;
                /**
                 * @description … and what on this one
                 * @example 2026-11-20
                 */
                to: components["schemas"]["CivilDate"];
                /** @description The later one: as known then (a day or an instant); at the end of `to` if left out */
                toKnownOn?: string;
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": {
                     *         "validOn": "2026-11-20",
                     *         "knownOn": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "to": {
                     *         "validOn": "2026-11-20",
                     *         "knownOn": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "canonical": "/house/state-changes?from=2026-11-20&fromKnownOn=2026-11-20T02:00:00.000Z&to=2026-11-20&toKnownOn=2026-11-20T08:00:00.000Z&at=33",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "withdrawn": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "decided": [
                     *         {
                     *           "member": "access",
                     *           "of": {},
                     *           "from": "cn-2026",
                     *           "to": "cn-2027"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["HouseChanges"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Imports.begin": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "",
                 *       "trial": "true",
                 *       "notify": "false",
                 *       "owner": "00000000-0000-5000-8000-000000000003",
                 *       "deputy": "00000000-0000-5000-8000-000000000004",
                 *       "manager": "00000000-0000-5000-8000-000000000005"
                 *     }
                 */
                "multipart/form-data": {
                    /** Format: uuid */
                    deputy?: string;
                    /**
                     * Format: binary
                     * @description An .xlsx, or CSV in UTF-8 or GB18030; up to 10 MB
                     */
                    file: string;
                    /** Format: uuid */
                    manager?: string;
                    /**
                     * @description true: people are mailed what is due at once; false: that is recorded as withheld
                     * @default false
                     * @enum {string}
                     */
                    notify?: "true" | "false";
                    /**
                     * Format: uuid
                     * @description Of rows that name nobody
                     */
                    owner?: string;
                    /**
                     * @description true: says row by row what would be done; false: does it
                     * @default true
                     * @enum {string}
                     */
                    trial?: "true" | "false";
                };
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "00000000-0000-5000-8000-000000000007"
                     *     }
                     */
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Imports.findings": {
        parameters: {
            query?: {
                /** @description `next` of the page before: the last row of it */
                after?: number;
                /** @description Rows */
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000007 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "00000000-0000-5000-8000-000000000010",
                     *       "rows": [
                     *         {
                     *           "row": 1,
                     *           "outcome": "new",
                     *           "licenseId": "00000000-0000-5000-8000-000000000001"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "row": 1,
                     *           "cell": "C4",
                     *           "column": "permitNumber",
                     *           "code": "weekend",
                     *           "detail": "\"2026-02-30\" is not a date",
                     *           "remedy": "请核对许可证原件。"
                     *         }
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ImportFindings"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Imports.sheet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000007 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/pdf": string;
                    /** @example  */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example  */
                    "text/csv; charset=utf-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Imports.template": {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                /** @description Of headings and notes; by Accept-Language where it is left out */
                language?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/pdf": string;
                    /** @example  */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example  */
                    "text/csv; charset=utf-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Jobs.list": {
        parameters: {
            query?: {
                /** @description Id of the last job of the page before */
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobs": [
                     *         {
                     *           "jobId": "00000000-0000-5000-8000-000000000010",
                     *           "kind": "import",
                     *           "state": "queued",
                     *           "askedBy": {
                     *             "kind": "renewal",
                     *             "id": "record-1"
                     *           },
                     *           "mine": false,
                     *           "done": 1,
                     *           "total": 1,
                     *           "outcome": {
                     *             "key": 1
                     *           },
                     *           "problem": {
                     *             "code": "weekend",
                     *             "title": "续期提醒",
                     *             "remedy": "请核对许可证原件。"
                     *           },
                     *           "createdAt": "2026-11-20T02:00:00.000Z",
                     *           "changedAt": "2026-11-20T02:00:00.000Z",
                     *           "endedAt": "2026-11-20T02:00:00.000Z",
                     *           "events": "permit-issued",
                     *           "result": "/imports/00000000-0000-5000-8000-000000000011/sheet",
                     *           "findings": "/imports/00000000-0000-5000-8000-000000000011/findings"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Jobs"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Jobs.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000007 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "00000000-0000-5000-8000-000000000010",
                     *       "kind": "import",
                     *       "state": "queued",
                     *       "askedBy": {
                     *         "kind": "renewal",
                     *         "id": "record-1"
                     *       },
                     *       "mine": false,
                     *       "done": 1,
                     *       "total": 1,
                     *       "outcome": {
                     *         "key": 1
                     *       },
                     *       "problem": {
                     *         "code": "weekend",
                     *         "title": "续期提醒",
                     *         "remedy": "请核对许可证原件。"
                     *       },
                     *       "createdAt": "2026-11-20T02:00:00.000Z",
                     *       "changedAt": "2026-11-20T02:00:00.000Z",
                     *       "endedAt": "2026-11-20T02:00:00.000Z",
                     *       "events": "permit-issued",
                     *       "result": "/imports/00000000-0000-5000-8000-000000000011/sheet",
                     *       "findings": "/imports/00000000-0000-5000-8000-000000000011/findings"
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Jobs.events": {
        parameters: {
            query?: never;
            header?: {
                /** @example 7 */
                "Last-Event-ID"?: components["parameters"]["Last-Event-ID-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000007 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7",
                     *       "event": "job",
                     *       "data": "{\"state\":\"running\",\"done\":120,\"total\":400}"
                     *     }
                     */
                    "text/event-stream": {
                        data: string;
                        /** @enum {string} */
                        event: "job";
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Ladders.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ladders": [
                     *         {
                     *           "kind": "renewal",
                     *           "default": [
                     *             30,
                     *             14,
                     *             7,
                     *             3
                     *           ],
                     *           "chosen": {
                     *             "offsets": [
                     *               1
                     *             ],
                     *             "chosenBy": "00000000-0000-5000-8000-000000000003",
                     *             "houseSeq": 12
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Ladders"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Ladders.choose": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "renewal",
                 *       "offsets": [
                 *         180,
                 *         90,
                 *         45,
                 *         20,
                 *         10,
                 *         5,
                 *         2
                 *       ],
                 *       "reason": "材料准备通常需要两个月"
                 *     }
                 */
                "application/json": components["schemas"]["ChosenLadder"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "renewal",
                     *       "houseSeq": 12
                     *     }
                     */
                    "application/json": {
                        houseSeq: number;
                        kind: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Portfolio.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description MIIT or the code of a province such as sh; any of them */
                authority?: string[] | string;
                /** @description Companies; any of them */
                companyId?: string[] | string;
                /** @description The company's next duty falls on or before this day */
                dueBy?: components["schemas"]["CivilDate"];
                /** @description The company's next duty falls on or after this day */
                dueFrom?: components["schemas"]["CivilDate"];
                ended?: "true" | "false";
                limit?: number;
                needsAttention?: "true" | "false";
                /** @description Who acts */
                owner?: string;
                /** @description Owner, deputy or manager */
                person?: string;
                /** @description A fragment of a company’s name, a permit number or a social credit code; no wildcards. Wide and narrow forms, capitals and small letters are the same */
                q?: string;
                /** @description Licenses for any of these types */
                serviceType?: string[] | string;
                /** @description Days from today to the last safe day of what presses most, at least; below 0: passed */
                slackFrom?: number;
                /** @description The same, at most; `30` for what must be done within thirty days */
                slackTo?: number;
                /** @description Any of them */
                status?: ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed")[] | ("preparing" | "submitted" | "correction" | "in-review" | "granted" | "refused" | "valid" | "renewal-due" | "renewal-pending" | "window-missed" | "deemed-renewed" | "termination-pending" | "suspended" | "revoked" | "expired" | "cancelled" | "closed");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenses": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "seq": 12,
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "companyName": "样例通信有限公司",
                     *           "serviceTypes": [
                     *             "B24"
                     *           ],
                     *           "coverage": "上海市",
                     *           "authority": "sh",
                     *           "status": "valid",
                     *           "statusOn": "2026-11-20",
                     *           "people": {
                     *             "owner": "00000000-0000-5000-8000-000000000003",
                     *             "deputy": "00000000-0000-5000-8000-000000000004",
                     *             "manager": "00000000-0000-5000-8000-000000000005"
                     *           },
                     *           "filings": [
                     *             {
                     *               "id": "new-1",
                     *               "kind": "new",
                     *               "status": "submitted"
                     *             }
                     *           ],
                     *           "permit": {
                     *             "number": "沪B2-20261234",
                     *             "lastDay": "2031-11-19"
                     *           },
                     *           "duty": {
                     *             "obligationId": "renewal:1",
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20"
                     *           },
                     *           "slack": 1,
                     *           "needsAttention": false,
                     *           "simulated": false,
                     *           "ended": false
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["Portfolio"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.open": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "companyId": "00000000-0000-5000-8000-000000000002",
                 *       "serviceTypes": [
                 *         "B24"
                 *       ],
                 *       "coverage": {
                 *         "kind": "province",
                 *         "provinces": [
                 *           "sh"
                 *         ]
                 *       },
                 *       "people": {
                 *         "owner": "00000000-0000-5000-8000-000000000003",
                 *         "deputy": "00000000-0000-5000-8000-000000000004",
                 *         "manager": "00000000-0000-5000-8000-000000000005"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OpenLicense"];
            };
        };
        responses: {
            /** @description What is on record */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Licenses.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "status": "valid",
                     *       "today": "2026-11-20",
                     *       "simulated": false,
                     *       "needsAttention": false,
                     *       "attention": [
                     *         {
                     *           "reason": "ledger-behind",
                     *           "about": "renewal:1",
                     *           "since": "2026-11-20"
                     *         }
                     *       ],
                     *       "companyId": "00000000-0000-5000-8000-000000000002",
                     *       "people": {
                     *         "owner": "00000000-0000-5000-8000-000000000003",
                     *         "deputy": "00000000-0000-5000-8000-000000000004",
                     *         "manager": "00000000-0000-5000-8000-000000000005"
                     *       },
                     *       "authority": "sh",
                     *       "office": "sh",
                     *       "serviceTypes": [
                     *         "B24"
                     *       ],
                     *       "follows": "00000000-0000-5000-8000-000000000010",
                     *       "followedBy": [
                     *         "00000000-0000-5000-8000-000000000010"
                     *       ],
                     *       "replacedBy": "00000000-0000-5000-8000-000000000010",
                     *       "filings": [
                     *         {
                     *           "id": "new-1",
                     *           "kind": "new",
                     *           "status": "submitted"
                     *         }
                     *       ],
                     *       "permit": {
                     *         "number": "沪B2-20261234",
                     *         "status": "valid",
                     *         "serviceTypes": [
                     *           "B24"
                     *         ],
                     *         "coverage": {
                     *           "kind": "province",
                     *           "provinces": [
                     *             "sh"
                     *           ]
                     *         },
                     *         "terms": [
                     *           {
                     *             "validFrom": "2026-11-20",
                     *             "lastDay": "2031-11-19",
                     *             "printedLastDay": "2031-11-19",
                     *             "computedLastDay": "2031-11-19",
                     *             "provisional": false
                     *           }
                     *         ]
                     *       },
                     *       "wakeUp": {
                     *         "at": "2026-11-20T02:00:00.000Z",
                     *         "why": "renewal:1 S-30"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["License"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "NoticeCommands.acknowledge": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "obligationId": "renewal:1",
                 *       "rung": "S-30",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Acknowledgement"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Licenses.agenda": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "today": "2026-11-20",
                     *       "simulated": false,
                     *       "pins": {
                     *         "pack": "cn-vats-current@2",
                     *         "calendar": "cn-2026.2"
                     *       },
                     *       "obligations": [
                     *         {
                     *           "id": "renewal:1",
                     *           "kind": "renewal",
                     *           "duty": "company",
                     *           "filingId": "new-1",
                     *           "period": "2026",
                     *           "openedOn": "2026-11-20",
                     *           "deadline": {
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20",
                     *             "firmness": "firm",
                     *             "readings": [
                     *               {
                     *                 "id": "calendar-days",
                     *                 "date": "2026-11-20",
                     *                 "rolled": "2026-11-20",
                     *                 "proof": {
                     *                   "ruleId": "limit.renewal",
                     *                   "pack": "cn-vats-current@2",
                     *                   "calendar": "cn-2026.2",
                     *                   "citation": {
                     *                     "source": "measures-2017",
                     *                     "article": "第二十八条"
                     *                   },
                     *                   "confidence": "verified",
                     *                   "wording": {
                     *                     "zh": "有效期届满 90 日前申请续期",
                     *                     "en": "Apply for the renewal 90 days before the term ends"
                     *                   },
                     *                   "inputs": {
                     *                     "expiry": "2031-11-19"
                     *                   },
                     *                   "steps": [
                     *                     {
                     *                       "date": "2026-11-20",
                     *                       "counted": false,
                     *                       "reason": {
                     *                         "code": "weekend",
                     *                         "zh": "周末",
                     *                         "en": "weekend"
                     *                       }
                     *                     }
                     *                   ],
                     *                   "result": "2026-11-20",
                     *                   "firmness": "firm"
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "cureEnd": "2031-11-19",
                     *           "paused": false,
                     *           "preparation": {
                     *             "startBy": "2026-11-20",
                     *             "workingDays": 1,
                     *             "lastTime": 1,
                     *             "count": 3,
                     *             "of": "license"
                     *           },
                     *           "next": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "planned": [
                     *             {
                     *               "rung": "S-30",
                     *               "day": "2026-11-20",
                     *               "at": "2026-11-20T02:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Agenda"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.clearAttention": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "ledger-behind",
                 *       "about": "renewal:1",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["AttentionClearance"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "AuditBundles.bundle": {
        parameters: {
            query: {
                /** @description With the files of these days, and names and reasons in the reports: personal data */
                files?: "true" | "false";
                /**
                 * @description The first day that deadlines, messages, files and reports cover
                 * @example 2026-11-20
                 */
                from: components["schemas"]["CivilDate"];
                /**
                 * @description The last one
                 * @example 2026-11-20
                 */
                to: components["schemas"]["CivilDate"];
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseEndings.cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cancelledOn": "2026-11-20",
                 *       "number": "R-2026-001",
                 *       "returnPaper": {
                 *         "dueOn": "2026-11-20"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.close": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "ledger-behind",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["CloseLicense"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description Only what is about this filing */
                filingId?: string;
                limit?: number;
                /** @description Only what is about this task */
                taskId?: string;
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "comments": [
                     *         {
                     *           "commentId": "00000000-0000-5000-8000-000000000010",
                     *           "about": {
                     *             "kind": "license",
                     *             "id": "record-1"
                     *           },
                     *           "author": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "text": {
                     *             "ref": "00000000-0000-5000-8000-000000000007",
                     *             "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *             "text": "材料下周一盖章。"
                     *           },
                     *           "writtenAt": "2026-11-20T02:00:00.000Z",
                     *           "withdrawnAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["Comments"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.write": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "about": {
                 *         "kind": "task",
                 *         "taskId": "renewal:1"
                 *       },
                 *       "text": "材料下周一盖章。"
                 *     }
                 */
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commentId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        commentId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Comments.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                commentId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commentId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        commentId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companions.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "companions": [
                     *         {
                     *           "id": "companion-1",
                     *           "companion": "hazardous-chemicals-permit",
                     *           "number": "R-2026-001",
                     *           "holder": {
                     *             "ref": "00000000-0000-5000-8000-000000000007",
                     *             "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *             "text": "材料下周一盖章。"
                     *           },
                     *           "terms": [
                     *             {
                     *               "validFrom": "2026-11-20",
                     *               "lastDay": "2031-11-19"
                     *             }
                     *           ],
                     *           "reports": [
                     *             {
                     *               "year": "2026",
                     *               "filedOn": "2026-11-20"
                     *             }
                     *           ],
                     *           "endedOn": "2031-11-19",
                     *           "numberAsExpected": false
                     *         }
                     *       ],
                     *       "kinds": [
                     *         {
                     *           "id": "hazardous-chemicals-permit",
                     *           "wording": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           },
                     *           "confidence": "verified",
                     *           "companion": "hazardous-chemicals-permit",
                     *           "name": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Companions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companions.add": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "companion": "number-certificate-95",
                 *       "number": "95123",
                 *       "holder": "上海牌照示例科技有限公司",
                 *       "validFrom": "2026-11-20",
                 *       "lastDay": "2031-11-19"
                 *     }
                 */
                "application/json": components["schemas"]["Companion"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companions.end": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example companion-1 */
                companionId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Ending"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companions.renew": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example companion-1 */
                companionId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-11-20",
                 *       "lastDay": "2026-11-20",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["CompanionRenewal"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Companions.report": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example companion-1 */
                companionId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": "2026",
                 *       "filedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["CompanionReport"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Duties.conditions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "conditions": [
                     *         {
                     *           "id": "condition-1",
                     *           "kind": "other",
                     *           "serviceType": "B24",
                     *           "dueOn": "2026-11-20",
                     *           "met": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Conditions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Duties.condition": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "open-service",
                 *       "serviceType": "B24",
                 *       "text": "Open the service in time.",
                 *       "dueOn": "2031-11-19"
                 *     }
                 */
                "application/json": components["schemas"]["SpecialCondition"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Duties.meet": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example condition-1 */
                conditionId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metOn": "2026-11-20",
                 *       "evidence": "acceptance report"
                 *     }
                 */
                "application/json": components["schemas"]["ConditionMet"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Corrections.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "member": "submittedOn",
                     *           "kind": "day",
                     *           "value": "2026-11-20"
                     *         }
                     *       ],
                     *       "proposed": [
                     *         {
                     *           "seq": 12,
                     *           "member": "submittedOn",
                     *           "from": "2026-11-20",
                     *           "to": "2031-11-19",
                     *           "proposedBy": "00000000-0000-5000-8000-000000000003"
                     *         }
                     *       ],
                     *       "made": [
                     *         {
                     *           "seq": 12,
                     *           "changes": [
                     *             {
                     *               "member": "submittedOn",
                     *               "from": "2026-11-20",
                     *               "to": "2031-11-19"
                     *             }
                     *           ],
                     *           "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *           "approvedBy": "00000000-0000-5000-8000-000000000004",
                     *           "on": "2026-11-20",
                     *           "correctedBy": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Corrections.propose": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seq": 12,
                 *       "member": "receivedOn",
                 *       "to": "2026-11-20",
                 *       "reason": "The receipt says another day."
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionProposal"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Corrections.approve": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seq": 12,
                 *       "member": "receivedOn"
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionApproval"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Deliveries.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"format":"paizhao-ledger","version":"0.1.0","stream":"license/…"}
                     *     {"seq":1,"prev":"00…","hash":"5f…","body":"{…}"}
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "DoneTasks.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before: only what was done by older entries */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "tasks": [
                     *         {
                     *           "taskId": "renewal:1",
                     *           "kind": "renewal",
                     *           "filingId": "new-1",
                     *           "period": "2026",
                     *           "date": "2026-11-20",
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "on": "2026-11-20",
                     *           "recordedOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DoneTasks"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Duties.duties": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "today": "2026-11-20",
                     *       "duties": [
                     *         {
                     *           "id": "display-permit-number",
                     *           "wording": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           },
                     *           "confidence": "verified",
                     *           "duty": "display-permit-number",
                     *           "holder": "company",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "evidence": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "keepDays": 1,
                     *           "confirmations": [
                     *             {
                     *               "on": "2026-11-20",
                     *               "by": "00000000-0000-5000-8000-000000000003",
                     *               "seq": 12
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Duties"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Duties.confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example display-permit-number */
                duty: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-11-20",
                 *       "place": "front desk and home page"
                 *     }
                 */
                "application/json": components["schemas"]["DutyConfirmation"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Erasure.eraseTextsOfLicense": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refs": [
                 *         "00000000-0000-5000-8000-000000000008"
                 *       ],
                 *       "ground": "purpose-met",
                 *       "reason": "终止已满十年"
                 *     }
                 */
                "application/json": components["schemas"]["TextsErasureOfLicense"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "History.export": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"format":"paizhao-ledger","version":"0.1.0","stream":"license/…"}
                     *     {"seq":1,"prev":"00…","hash":"5f…","body":"{…}"}
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Filings.open": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "new",
                 *       "plannedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["OpenFiling"];
            };
        };
        responses: {
            /** @description What is on record */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid",
                     *       "filingId": "new-1"
                     *     }
                     */
                    "application/json": components["schemas"]["FilingOpened"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Filings.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "record-1",
                     *       "kind": "renewal",
                     *       "status": "valid",
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "period": "2026",
                     *       "plannedOn": "2026-11-20",
                     *       "materials": {
                     *         "application-form": [
                     *           {
                     *             "materialId": "00000000-0000-5000-8000-000000000006",
                     *             "version": 1,
                     *             "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988"
                     *           }
                     *         ]
                     *       },
                     *       "rounds": [
                     *         {
                     *           "round": 1,
                     *           "submittedOn": "2026-11-20",
                     *           "receivedOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "acceptance": {
                     *         "on": "2026-11-20",
                     *         "by": "notice",
                     *         "confirmed": false
                     *       },
                     *       "follows": "new-1",
                     *       "followedBy": "new-2",
                     *       "papers": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "filingId": "new-1",
                     *           "on": "2026-11-20",
                     *           "number": "R-2026-001",
                     *           "enteredBy": {
                     *             "kind": "renewal",
                     *             "id": "record-1"
                     *           },
                     *           "recordedOn": "2026-11-20",
                     *           "daysLate": 1,
                     *           "scans": [
                     *             {
                     *               "scanId": "00000000-0000-5000-8000-000000000010",
                     *               "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *               "bytes": 1,
                     *               "mediaType": "application/pdf",
                     *               "attachedBy": "00000000-0000-5000-8000-000000000003",
                     *               "attachedOn": "2026-11-20",
                     *               "seq": 12,
                     *               "replacedBy": "00000000-0000-5000-8000-000000000003"
                     *             }
                     *           ],
                     *           "corrections": [
                     *             {
                     *               "seq": 12,
                     *               "changes": [
                     *                 {
                     *                   "member": "submittedOn",
                     *                   "from": "2026-11-20",
                     *                   "to": "2031-11-19"
                     *                 }
                     *               ],
                     *               "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *               "approvedBy": "00000000-0000-5000-8000-000000000004",
                     *               "on": "2026-11-20",
                     *               "correctedBy": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "rights": [
                     *         {
                     *           "id": "record-1",
                     *           "kind": "renewal",
                     *           "duty": "company",
                     *           "filingId": "new-1",
                     *           "period": "2026",
                     *           "openedOn": "2026-11-20",
                     *           "deadline": {
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20",
                     *             "firmness": "firm",
                     *             "readings": [
                     *               {
                     *                 "id": "calendar-days",
                     *                 "date": "2026-11-20",
                     *                 "rolled": "2026-11-20",
                     *                 "proof": {
                     *                   "ruleId": "limit.renewal",
                     *                   "pack": "cn-vats-current@2",
                     *                   "calendar": "cn-2026.2",
                     *                   "citation": {
                     *                     "source": "measures-2017",
                     *                     "article": "第二十八条"
                     *                   },
                     *                   "confidence": "verified",
                     *                   "wording": {
                     *                     "zh": "有效期届满 90 日前申请续期",
                     *                     "en": "Apply for the renewal 90 days before the term ends"
                     *                   },
                     *                   "inputs": {
                     *                     "expiry": "2031-11-19"
                     *                   },
                     *                   "steps": [
                     *                     {
                     *                       "date": "2026-11-20",
                     *                       "counted": false,
                     *                       "reason": {
                     *                         "code": "weekend",
                     *                         "zh": "周末",
                     *                         "en": "weekend"
                     *                       }
                     *                     }
                     *                   ],
                     *                   "result": "2026-11-20",
                     *                   "firmness": "firm"
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "cureEnd": "2031-11-19",
                     *           "paused": false,
                     *           "preparation": {
                     *             "startBy": "2026-11-20",
                     *             "workingDays": 1,
                     *             "lastTime": 1,
                     *             "count": 3,
                     *             "of": "license"
                     *           },
                     *           "next": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           }
                     *         }
                     *       ],
                     *       "corrections": [
                     *         {
                     *           "seq": 12,
                     *           "changes": [
                     *             {
                     *               "member": "submittedOn",
                     *               "from": "2026-11-20",
                     *               "to": "2031-11-19"
                     *             }
                     *           ],
                     *           "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *           "approvedBy": "00000000-0000-5000-8000-000000000004",
                     *           "on": "2026-11-20",
                     *           "correctedBy": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.acceptance": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "acceptedOn": "2026-11-20",
                 *       "number": "沪通受 2026-0210"
                 *     }
                 */
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.confirmAcceptance": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "CorrectionItems.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "filingId": "new-1",
                     *       "rounds": [
                     *         {
                     *           "round": 1,
                     *           "noticedOn": "2026-11-20",
                     *           "dueOn": "2026-11-20",
                     *           "number": "R-2026-001",
                     *           "items": [
                     *             {
                     *               "state": "open",
                     *               "requirementId": "application-form",
                     *               "text": {
                     *                 "ref": "00000000-0000-5000-8000-000000000007",
                     *                 "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *                 "text": "材料下周一盖章。"
                     *               },
                     *               "rejected": {
                     *                 "materialId": "00000000-0000-5000-8000-000000000006",
                     *                 "version": 1,
                     *                 "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988"
                     *               },
                     *               "suppliedBy": {
                     *                 "materialId": "00000000-0000-5000-8000-000000000006",
                     *                 "version": 1,
                     *                 "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988"
                     *               },
                     *               "said": {
                     *                 "ref": "00000000-0000-5000-8000-000000000007",
                     *                 "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *                 "text": "材料下周一盖章。"
                     *               },
                     *               "done": {
                     *                 "by": "00000000-0000-5000-8000-000000000003",
                     *                 "on": "2026-11-20",
                     *                 "seq": 12
                     *               },
                     *               "id": "record-1"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CorrectionItems"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "CorrectionItems.answer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example r1-1 */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Forty seats, all of them in Shanghai."
                 *     }
                 */
                "application/json": components["schemas"]["ItemAnswer"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "CorrectionItems.passOver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example r1-1 */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The window said that the form as it is will do."
                 *     }
                 */
                "application/json": components["schemas"]["ItemPassing"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.correctionNotice": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "noticedOn": "2026-11-20",
                 *       "dueOn": null,
                 *       "number": "沪通补 2026-0045",
                 *       "items": [
                 *         {
                 *           "requirementId": "application-form",
                 *           "text": "The contact person is missing."
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionNotice"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "MaterialCopies.known": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description Documents of how many licenses at a time */
                licenses?: number;
            };
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documents": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "filingId": "new-1",
                     *           "requirementId": "application-form",
                     *           "materialId": "00000000-0000-5000-8000-000000000006",
                     *           "version": 1,
                     *           "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *           "bytes": 1,
                     *           "mediaType": "application/pdf",
                     *           "issuedOn": "2026-11-20",
                     *           "sealed": false,
                     *           "suppliedOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "next": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": components["schemas"]["KnownDocuments"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafts.drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "filingId": "new-1",
                     *       "drafts": [
                     *         {
                     *           "requirementId": "application-form",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "wording": {
                     *             "title": "续期提醒",
                     *             "version": 1
                     *           },
                     *           "missing": [
                     *             {
                     *               "field": "legalRepresentative",
                     *               "label": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Drafts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafts.draft": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example application-form */
                requirementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.expertReview": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-20",
                 *       "announcedUntil": null
                 *     }
                 */
                "application/json": components["schemas"]["ExpertReview"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.expertReviewEnd": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["ExpertReviewEnd"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.grant": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grantedOn": "2026-11-20",
                 *       "number": "沪通批 2027-0033"
                 *     }
                 */
                "application/json": components["schemas"]["Grant"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Materials.supply": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "requirementId": "application-form",
                 *       "issuedOn": "2026-11-20",
                 *       "reason": "ledger-behind",
                 *       "sealed": false,
                 *       "file": ""
                 *     }
                 */
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /**
                     * Format: date
                     * @description Needed where the age of the paper is limited
                     */
                    issuedOn?: string;
                    /** @description Why an older version is replaced: needed from version 2 on */
                    reason?: string;
                    /** @example application-form */
                    requirementId: string;
                    /** @description Bears the seal of the company */
                    sealed?: boolean;
                };
            };
        };
        responses: {
            /** @description What is on record */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Materials.content": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example 00000000-0000-5000-8000-000000000006 */
                materialId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/pdf": string;
                    /** @example  */
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /** @example  */
                    "image/jpeg": string;
                    /** @example  */
                    "image/png": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "MaterialCopies.copy": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "requirementId": "business-license",
                 *       "from": {
                 *         "licenseId": "00000000-0000-5000-8000-000000000001",
                 *         "materialId": "00000000-0000-5000-8000-000000000006"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MaterialCopy"];
            };
        };
        responses: {
            /** @description What is on record */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.nonAcceptance": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decidedOn": "2026-11-20",
                 *       "number": "沪通不受 2026-0007",
                 *       "reroutedTo": "MIIT"
                 *     }
                 */
                "application/json": components["schemas"]["NonAcceptance"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Originals.correct": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example application-form */
                requirementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mistaken": "return",
                 *       "reason": "登记有误，原件仍在窗口"
                 *     }
                 */
                "application/json": components["schemas"]["OriginalCorrection"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Originals.handOver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example application-form */
                requirementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "holder": {
                 *         "person": "00000000-0000-5000-8000-000000000004"
                 *       },
                 *       "handedOverOn": "2026-11-20",
                 *       "dueBackOn": null
                 *     }
                 */
                "application/json": components["schemas"]["OriginalHandOver"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Originals.takeBack": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example application-form */
                requirementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returnedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["OriginalReturn"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Originals.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example application-form */
                requirementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shownOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["OriginalShowing"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Packs.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "filingId": "new-1",
                     *       "packs": [
                     *         {
                     *           "seq": 12,
                     *           "packHash": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *           "signedOn": "2026-11-20",
                     *           "signedBy": "00000000-0000-5000-8000-000000000004",
                     *           "materials": 1,
                     *           "deferred": [
                     *             "application-form"
                     *           ],
                     *           "state": "standing",
                     *           "rounds": [
                     *             1
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Packs"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Packs.archive": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /**
                 * @description Entry of the license's history that signed the pack off
                 * @example 5
                 */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Papers.ofFiling": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "papers": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "filingId": "new-1",
                     *           "on": "2026-11-20",
                     *           "number": "R-2026-001",
                     *           "enteredBy": {
                     *             "kind": "renewal",
                     *             "id": "record-1"
                     *           },
                     *           "recordedOn": "2026-11-20",
                     *           "daysLate": 1,
                     *           "scans": [
                     *             {
                     *               "scanId": "00000000-0000-5000-8000-000000000010",
                     *               "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *               "bytes": 1,
                     *               "mediaType": "application/pdf",
                     *               "attachedBy": "00000000-0000-5000-8000-000000000003",
                     *               "attachedOn": "2026-11-20",
                     *               "seq": 12,
                     *               "replacedBy": "00000000-0000-5000-8000-000000000003"
                     *             }
                     *           ],
                     *           "corrections": [
                     *             {
                     *               "seq": 12,
                     *               "changes": [
                     *                 {
                     *                   "member": "submittedOn",
                     *                   "from": "2026-11-20",
                     *                   "to": "2031-11-19"
                     *                 }
                     *               ],
                     *               "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *               "approvedBy": "00000000-0000-5000-8000-000000000004",
                     *               "on": "2026-11-20",
                     *               "correctedBy": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Papers"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "PermitEntry.enter": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "permit": {
                 *         "number": "沪B2-20261234",
                 *         "validFrom": "2026-11-20",
                 *         "printedLastDay": "2031-11-19",
                 *         "serviceTypes": [
                 *           "B24"
                 *         ],
                 *         "coverage": {
                 *           "kind": "province",
                 *           "provinces": [
                 *             "sh"
                 *           ]
                 *         }
                 *       },
                 *       "issuedOn": "2026-11-20",
                 *       "form": "electronic"
                 *     }
                 */
                "application/json": components["schemas"]["PermitIssue"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "PermitEntry.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "permit": {
                 *         "number": "沪B2-20261234",
                 *         "validFrom": "2026-11-20",
                 *         "printedLastDay": "2031-11-19",
                 *         "serviceTypes": [
                 *           "B24"
                 *         ],
                 *         "coverage": {
                 *           "kind": "province",
                 *           "provinces": [
                 *             "sh"
                 *           ]
                 *         }
                 *       },
                 *       "issuedOn": "2026-11-20",
                 *       "form": "electronic"
                 *     }
                 */
                "application/json": components["schemas"]["PermitPreview"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "filingId": "new-1",
                     *       "findings": [
                     *         {
                     *           "code": "weekend",
                     *           "level": "warning",
                     *           "pointer": "/permit/printedLastDay",
                     *           "expected": "2031-11-19",
                     *           "printed": "2026-11-20",
                     *           "wording": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           }
                     *         }
                     *       ],
                     *       "refusals": [
                     *         {
                     *           "code": "weekend",
                     *           "message": "载明的届满日期与计算结果不同",
                     *           "pointer": "/permit/printedLastDay",
                     *           "remedy": "请核对许可证原件。"
                     *         }
                     *       ],
                     *       "events": [
                     *         "permit-issued"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PermitPreviewAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.plan": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plannedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["FilingPlan"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Drafts.portalForm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "filingId": "new-1",
                     *       "kind": "renewal",
                     *       "confidence": "verified",
                     *       "sections": [
                     *         {
                     *           "id": "record-1",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "fields": [
                     *             {
                     *               "id": "record-1",
                     *               "label": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               },
                     *               "value": "2026-11-20",
                     *               "source": "company"
                     *             }
                     *           ],
                     *           "shareholders": [
                     *             {
                     *               "name": "样例通信有限公司",
                     *               "kind": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               },
                     *               "percent": "60",
                     *               "amount": "600000",
                     *               "foreign": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "missing": [
                     *         "legalRepresentative"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PortalForm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.publication": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "publishedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Publication"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.receipt": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "receivedOn": "2026-11-20",
                 *       "number": "沪通收 2026-0123"
                 *     }
                 */
                "application/json": components["schemas"]["Receipt"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.refusal": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refusedOn": "2026-11-20",
                 *       "servedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.confirmRenewal": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.reportFiled": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filedOn": "2026-11-20",
                 *       "number": null
                 *     }
                 */
                "application/json": components["schemas"]["ReportFiled"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.reportReturn": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returnedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["ReportReturn"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Filings.requirements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "filingId": "new-1",
                     *       "plannedOn": "2026-11-20",
                     *       "filingDay": "2026-11-20",
                     *       "freshThrough": "2026-11-20",
                     *       "requirements": [
                     *         {
                     *           "id": "application-form",
                     *           "status": "required",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           },
                     *           "confidence": "verified",
                     *           "rule": "limit.renewal",
                     *           "freshness": {
                     *             "length": 1,
                     *             "unit": "days"
                     *           },
                     *           "material": {
                     *             "materialId": "00000000-0000-5000-8000-000000000006",
                     *             "version": 1,
                     *             "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988"
                     *           },
                     *           "versions": 1,
                     *           "supplied": [
                     *             {
                     *               "materialId": "00000000-0000-5000-8000-000000000006",
                     *               "version": 1,
                     *               "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *               "bytes": 1,
                     *               "mediaType": "application/pdf",
                     *               "issuedOn": "2026-11-20",
                     *               "sealed": false,
                     *               "copyOf": {
                     *                 "licenseId": "00000000-0000-5000-8000-000000000001",
                     *                 "materialId": "00000000-0000-5000-8000-000000000006"
                     *               },
                     *               "reason": {
                     *                 "ref": "00000000-0000-5000-8000-000000000007",
                     *                 "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *                 "text": "材料下周一盖章。"
                     *               },
                     *               "suppliedBy": "00000000-0000-5000-8000-000000000003",
                     *               "suppliedOn": "2026-11-20",
                     *               "freshUntil": "2031-11-19",
                     *               "stale": false
                     *             }
                     *           ],
                     *           "freshUntil": "2031-11-19",
                     *           "stale": false,
                     *           "deferred": false,
                     *           "formality": {
                     *             "seal": false,
                     *             "signed": false,
                     *             "original": "shown",
                     *             "note": {
                     *               "zh": "有效期届满 90 日前申请续期",
                     *               "en": "Apply for the renewal 90 days before the term ends"
                     *             },
                     *             "citation": {
                     *               "source": "measures-2017",
                     *               "article": "第二十八条"
                     *             },
                     *             "confidence": "verified"
                     *           },
                     *           "sealMissing": false,
                     *           "original": {
                     *             "holder": {
                     *               "person": "00000000-0000-5000-8000-000000000003"
                     *             },
                     *             "handedOverOn": "2026-11-20",
                     *             "dueBackOn": "2026-11-20",
                     *             "shownOn": "2026-11-20",
                     *             "returnedOn": "2026-11-20",
                     *             "overdue": false
                     *           }
                     *         }
                     *       ],
                     *       "further": [
                     *         {
                     *           "id": "record-1",
                     *           "supplied": [
                     *             {
                     *               "materialId": "00000000-0000-5000-8000-000000000006",
                     *               "version": 1,
                     *               "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *               "bytes": 1,
                     *               "mediaType": "application/pdf",
                     *               "issuedOn": "2026-11-20",
                     *               "sealed": false,
                     *               "copyOf": {
                     *                 "licenseId": "00000000-0000-5000-8000-000000000001",
                     *                 "materialId": "00000000-0000-5000-8000-000000000006"
                     *               },
                     *               "reason": {
                     *                 "ref": "00000000-0000-5000-8000-000000000007",
                     *                 "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *                 "text": "材料下周一盖章。"
                     *               },
                     *               "suppliedBy": "00000000-0000-5000-8000-000000000003",
                     *               "suppliedOn": "2026-11-20",
                     *               "freshUntil": "2031-11-19",
                     *               "stale": false
                     *             }
                     *           ],
                     *           "original": {
                     *             "holder": {
                     *               "person": "00000000-0000-5000-8000-000000000003"
                     *             },
                     *             "handedOverOn": "2026-11-20",
                     *             "dueBackOn": "2026-11-20",
                     *             "shownOn": "2026-11-20",
                     *             "returnedOn": "2026-11-20",
                     *             "overdue": false
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Requirements"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "SignOff.signOff": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deferred": []
                 *     }
                 */
                "application/json": components["schemas"]["SignOff"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Inspections.visit": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-11-20",
                 *       "officials": 2
                 *     }
                 */
                "application/json": components["schemas"]["SiteVisit"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.submit": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.termination": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endedOn": "2026-11-20",
                 *       "number": null
                 *     }
                 */
                "application/json": components["schemas"]["Termination"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "FilingCommands.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example new-1 */
                filingId: string;
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "withdrawnOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.flag": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "flag": "bad-list",
                 *       "listed": false,
                 *       "on": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["CreditFlag"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "History.history": {
        parameters: {
            query?: {
                /** @description Sequence number of the last entry of the page before */
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1,
                     *           "correctedBy": [
                     *             1
                     *           ]
                     *         }
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Operations.income": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "income": 120000,
                 *       "asOf": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["StatedIncome"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Inspections.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "inspections": [
                     *         {
                     *           "id": "inspection-1",
                     *           "kind": "on-site",
                     *           "announcedOn": "2026-11-20",
                     *           "heldOn": "2026-11-20",
                     *           "answerDueOn": "2026-11-20",
                     *           "answeredOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "siteVisits": [
                     *         {
                     *           "filingId": "new-1",
                     *           "on": "2026-11-20",
                     *           "officials": 1
                     *         }
                     *       ],
                     *       "siteVisitRule": {
                     *         "id": "duty.site-visit",
                     *         "wording": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "citation": {
                     *           "source": "measures-2017",
                     *           "article": "第二十八条"
                     *         },
                     *         "confidence": "verified"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Inspections"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Inspections.hold": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "paper",
                 *       "heldOn": "2026-11-20",
                 *       "findings": [
                 *         "Records of calls are missing."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Inspection"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Inspections.answer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example inspection-1 */
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answeredOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["InspectionAnswer"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Inspections.announce": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "on-site",
                 *       "announcedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["InspectionAnnouncement"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseLadders.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "ladders": [
                     *         {
                     *           "kind": "renewal",
                     *           "of": "pack",
                     *           "seq": 12,
                     *           "offsets": [
                     *             1
                     *           ],
                     *           "house": [
                     *             1
                     *           ],
                     *           "default": [
                     *             1
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LaddersOfLicense"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseLadders.choose": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "annual-report",
                 *       "offsets": [
                 *         60,
                 *         30,
                 *         10
                 *       ],
                 *       "reason": "The auditors need two months."
                 *     }
                 */
                "application/json": components["schemas"]["ChosenLadderOfLicense"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseEndings.decideNonRenewal": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decidedOn": "2026-11-20",
                 *       "reason": "The business moves to a partner."
                 *     }
                 */
                "application/json": components["schemas"]["NonRenewal"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseEndings.reportNonRenewal": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reportedOn": "2026-11-20",
                 *       "number": null
                 *     }
                 */
                "application/json": components["schemas"]["NonRenewalReport"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseEndings.withdrawNonRenewal": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["NonRenewalWithdrawal"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Notices.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "simulated": false,
                     *       "planned": [
                     *         {
                     *           "rung": "S-30",
                     *           "day": "2026-11-20",
                     *           "at": "2026-11-20T02:00:00.000Z",
                     *           "obligationId": "renewal:1"
                     *         }
                     *       ],
                     *       "notices": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "rung": "S-30",
                     *           "on": "2026-11-20",
                     *           "skipped": false,
                     *           "acknowledgedBy": "00000000-0000-5000-8000-000000000003",
                     *           "snoozedUntil": "2031-11-19",
                     *           "escalatedTo": [
                     *             "deputy"
                     *           ],
                     *           "seq": 12,
                     *           "deliveries": [
                     *             {
                     *               "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30",
                     *               "role": "owner",
                     *               "personId": "00000000-0000-5000-8000-000000000003",
                     *               "channel": "mail",
                     *               "state": "queued",
                     *               "urgency": "usual",
                     *               "leaves": "alone",
                     *               "digest": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     *               "attempts": 1,
                     *               "smtpAnswer": "250 OK",
                     *               "dueAt": "2026-11-20T02:00:00.000Z",
                     *               "changedAt": "2026-11-20T02:00:00.000Z",
                     *               "grounds": {
                     *                 "ladder": {
                     *                   "of": "pack",
                     *                   "seq": 12
                     *                 },
                     *                 "preparation": {
                     *                   "startBy": "2026-11-20",
                     *                   "workingDays": 1,
                     *                   "lastTime": 1,
                     *                   "count": 3,
                     *                   "of": "license"
                     *                 },
                     *                 "away": [
                     *                   "owner"
                     *                 ]
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Notices"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Deliveries.ofObligation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example renewal:1 */
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "obligationId": "renewal:1",
                     *       "simulated": false,
                     *       "planned": [
                     *         {
                     *           "rung": "S-30",
                     *           "day": "2026-11-20",
                     *           "at": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "rungs": [
                     *         {
                     *           "rung": "S-30",
                     *           "firings": [
                     *             {
                     *               "seq": 12,
                     *               "at": "2026-11-20T02:00:00.000Z",
                     *               "plannedOn": "2026-11-20",
                     *               "date": "2026-11-20",
                     *               "safeDay": "2026-11-20",
                     *               "firmness": "firm",
                     *               "late": false,
                     *               "to": [
                     *                 {
                     *                   "role": "owner",
                     *                   "person": "00000000-0000-5000-8000-000000000003"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "skippedBy": [
                     *             1
                     *           ],
                     *           "acknowledged": [
                     *             {
                     *               "seq": 12,
                     *               "at": "2026-11-20T02:00:00.000Z",
                     *               "by": {
                     *                 "kind": "person",
                     *                 "id": "00000000-0000-5000-8000-000000000003"
                     *               },
                     *               "until": "2031-11-19"
                     *             }
                     *           ],
                     *           "snoozed": [
                     *             {
                     *               "seq": 12,
                     *               "at": "2026-11-20T02:00:00.000Z",
                     *               "by": {
                     *                 "kind": "person",
                     *                 "id": "00000000-0000-5000-8000-000000000003"
                     *               },
                     *               "until": "2031-11-19"
                     *             }
                     *           ],
                     *           "messages": [
                     *             {
                     *               "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30",
                     *               "role": "owner",
                     *               "person": {
                     *                 "id": "00000000-0000-5000-8000-000000000003",
                     *                 "name": "示例三"
                     *               },
                     *               "standIn": false,
                     *               "channel": "mail",
                     *               "state": "queued",
                     *               "attempts": 1,
                     *               "dueAt": "2026-11-20T02:00:00.000Z",
                     *               "settledAt": "2026-11-20T02:00:00.000Z",
                     *               "story": [
                     *                 {
                     *                   "seq": 12,
                     *                   "at": "2026-11-20T02:00:00.000Z",
                     *                   "storedAt": "2026-11-20T02:00:00.000Z",
                     *                   "type": "filing-submitted",
                     *                   "attempt": 1,
                     *                   "answer": "250 OK",
                     *                   "status": "valid",
                     *                   "words": {
                     *                     "zh": "有效期届满 90 日前申请续期",
                     *                     "en": "Apply for the renewal 90 days before the term ends"
                     *                   }
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDeliveries"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Explanations.explanation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example renewal:1 */
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "obligationId": "renewal:1",
                     *       "today": "2026-11-20",
                     *       "simulated": false,
                     *       "explanation": {
                     *         "subject": "00000000-0000-5000-8000-000000000001",
                     *         "about": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "duty": "company",
                     *         "date": "2026-11-20",
                     *         "firmness": "firm",
                     *         "drivenBy": "earliest",
                     *         "safeDay": {
                     *           "date": "2026-11-20",
                     *           "steps": [
                     *             {
                     *               "date": "2026-11-20",
                     *               "counted": false,
                     *               "reason": {
                     *                 "code": "weekend",
                     *                 "zh": "周末",
                     *                 "en": "weekend"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "readings": [
                     *           {
                     *             "id": "calendar-days",
                     *             "drives": false,
                     *             "settled": {
                     *               "scope": "installation",
                     *               "houseSeq": 12
                     *             },
                     *             "rule": {
                     *               "id": "limit.renewal",
                     *               "wording": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               },
                     *               "citation": {
                     *                 "source": "measures-2017",
                     *                 "article": "第二十八条"
                     *               },
                     *               "source": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               },
                     *               "confidence": "verified"
                     *             },
                     *             "start": {
                     *               "name": "validUntil",
                     *               "value": "2026-11-20"
                     *             },
                     *             "count": {
                     *               "kind": "length"
                     *             },
                     *             "pausedDays": 1,
                     *             "steps": [
                     *               {
                     *                 "date": "2026-11-20",
                     *                 "counted": false,
                     *                 "reason": {
                     *                   "code": "weekend",
                     *                   "zh": "周末",
                     *                   "en": "weekend"
                     *                 }
                     *               }
                     *             ],
                     *             "date": "2026-11-20",
                     *             "firmness": "firm",
                     *             "moved": {
                     *               "to": "next-working-day",
                     *               "date": "2026-11-20",
                     *               "steps": [
                     *                 {
                     *                   "date": "2026-11-20",
                     *                   "counted": false,
                     *                   "reason": {
                     *                     "code": "weekend",
                     *                     "zh": "周末",
                     *                     "en": "weekend"
                     *                   }
                     *                 }
                     *               ]
                     *             }
                     *           }
                     *         ],
                     *         "pack": "cn-vats-current@2",
                     *         "calendar": {
                     *           "id": "cn-2026.2",
                     *           "coveredTo": "2031-11-19",
                     *           "notices": [
                     *             {
                     *               "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30",
                     *               "title": "续期提醒",
                     *               "number": "R-2026-001",
                     *               "published": "2026-11-20",
                     *               "confidence": "verified"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "proven": false
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationExplanation"];
                    /** @example 为何须在 2027-03-31 前报送年报…… */
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseAsOf.obligation": {
        parameters: {
            query?: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /** @description As known then: a day (its end in Shanghai) or an instant; now where it is left out or lies ahead */
                knownOn?: string;
                /** @description What was true on this day; the day of `knownOn` where it is left out */
                validOn?: components["schemas"]["CivilDate"];
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example renewal:1 */
                obligationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "obligationId": "renewal:1",
                     *       "validOn": "2026-11-20",
                     *       "knownOn": "2026-11-20T02:00:00.000Z",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "canonical": "/licenses/00000000-0000-5000-8000-000000000001/obligations/renewal:1/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33",
                     *       "seq": 12,
                     *       "simulated": false,
                     *       "law": {
                     *         "pack": "cn-vats-current@2",
                     *         "calendar": "cn-2026.2",
                     *         "readings": {
                     *           "key": {
                     *             "reading": "receipt-day-counts",
                     *             "scope": "installation",
                     *             "houseSeq": 12
                     *           }
                     *         }
                     *       },
                     *       "open": false,
                     *       "waived": false,
                     *       "obligation": {
                     *         "id": "record-1",
                     *         "kind": "renewal",
                     *         "duty": "company",
                     *         "filingId": "new-1",
                     *         "period": "2026",
                     *         "openedOn": "2026-11-20",
                     *         "deadline": {
                     *           "date": "2026-11-20",
                     *           "safeDay": "2026-11-20",
                     *           "firmness": "firm",
                     *           "readings": [
                     *             {
                     *               "id": "calendar-days",
                     *               "date": "2026-11-20",
                     *               "rolled": "2026-11-20",
                     *               "proof": {
                     *                 "ruleId": "limit.renewal",
                     *                 "pack": "cn-vats-current@2",
                     *                 "calendar": "cn-2026.2",
                     *                 "citation": {
                     *                   "source": "measures-2017",
                     *                   "article": "第二十八条"
                     *                 },
                     *                 "confidence": "verified",
                     *                 "wording": {
                     *                   "zh": "有效期届满 90 日前申请续期",
                     *                   "en": "Apply for the renewal 90 days before the term ends"
                     *                 },
                     *                 "inputs": {
                     *                   "expiry": "2031-11-19"
                     *                 },
                     *                 "steps": [
                     *                   {
                     *                     "date": "2026-11-20",
                     *                     "counted": false,
                     *                     "reason": {
                     *                       "code": "weekend",
                     *                       "zh": "周末",
                     *                       "en": "weekend"
                     *                     }
                     *                   }
                     *                 ],
                     *                 "result": "2026-11-20",
                     *                 "firmness": "firm"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "cureEnd": "2031-11-19",
                     *         "paused": false,
                     *         "preparation": {
                     *           "startBy": "2026-11-20",
                     *           "workingDays": 1,
                     *           "lastTime": 1,
                     *           "count": 3,
                     *           "of": "license"
                     *         },
                     *         "next": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         }
                     *       },
                     *       "explanation": {
                     *         "subject": "00000000-0000-5000-8000-000000000001",
                     *         "about": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "duty": "company",
                     *         "date": "2026-11-20",
                     *         "firmness": "firm",
                     *         "drivenBy": "earliest",
                     *         "safeDay": {
                     *           "date": "2026-11-20",
                     *           "steps": [
                     *             {
                     *               "date": "2026-11-20",
                     *               "counted": false,
                     *               "reason": {
                     *                 "code": "weekend",
                     *                 "zh": "周末",
                     *                 "en": "weekend"
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "readings": [
                     *           {
                     *             "id": "calendar-days",
                     *             "drives": false,
                     *             "settled": {
                     *               "scope": "installation",
                     *               "houseSeq": 12
                     *             },
                     *             "rule": {
                     *               "id": "limit.renewal",
                     *               "wording": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               },
                     *               "citation": {
                     *                 "source": "measures-2017",
                     *                 "article": "第二十八条"
                     *               },
                     *               "source": {
                     *                 "zh": "有效期届满 90 日前申请续期",
                     *                 "en": "Apply for the renewal 90 days before the term ends"
                     *               },
                     *               "confidence": "verified"
                     *             },
                     *             "start": {
                     *               "name": "validUntil",
                     *               "value": "2026-11-20"
                     *             },
                     *             "count": {
                     *               "kind": "length"
                     *             },
                     *             "pausedDays": 1,
                     *             "steps": [
                     *               {
                     *                 "date": "2026-11-20",
                     *                 "counted": false,
                     *                 "reason": {
                     *                   "code": "weekend",
                     *                   "zh": "周末",
                     *                   "en": "weekend"
                     *                 }
                     *               }
                     *             ],
                     *             "date": "2026-11-20",
                     *             "firmness": "firm",
                     *             "moved": {
                     *               "to": "next-working-day",
                     *               "date": "2026-11-20",
                     *               "steps": [
                     *                 {
                     *                   "date": "2026-11-20",
                     *                   "counted": false,
                     *                   "reason": {
                     *                     "code": "weekend",
                     *                     "zh": "周末",
                     *                     "en": "weekend"
                     *                   }
                     *                 }
                     *               ]
                     *             }
                     *           }
                     *         ],
                     *         "pack": "cn-vats-current@2",
                     *         "calendar": {
                     *           "id": "cn-2026.2",
                     *           "coveredTo": "2031-11-19",
                     *           "notices": [
                     *             {
                     *               "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30",
                     *               "title": "续期提醒",
                     *               "number": "R-2026-001",
                     *               "published": "2026-11-20",
                     *               "confidence": "verified"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "rungs": [
                     *         {
                     *           "rung": "S-30",
                     *           "on": "2026-11-20",
                     *           "people": [
                     *             "00000000-0000-5000-8000-000000000003"
                     *           ],
                     *           "skipped": false,
                     *           "acknowledgedBy": "00000000-0000-5000-8000-000000000003",
                     *           "snoozedUntil": "2031-11-19"
                     *         }
                     *       ],
                     *       "notices": [
                     *         {
                     *           "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30/00000000-0000-5000-8000-000000000003/mail",
                     *           "obligationId": "renewal:1",
                     *           "rung": "S-30",
                     *           "channel": "mail",
                     *           "role": "owner",
                     *           "personId": "00000000-0000-5000-8000-000000000003",
                     *           "robotId": "00000000-0000-5000-8000-000000000010",
                     *           "state": "sent",
                     *           "at": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "couldSee": [
                     *         {
                     *           "kind": "person",
                     *           "id": "record-1",
                     *           "roles": [
                     *             "officer"
                     *           ],
                     *           "period": {
                     *             "from": "2026-11-20",
                     *             "until": "2031-11-19"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KnownObligation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Operations.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "today": "2026-11-20",
                     *       "operations": [
                     *         {
                     *           "id": "operation-1",
                     *           "serviceType": "B24",
                     *           "province": "sh",
                     *           "startedOn": "2026-11-20",
                     *           "stoppedOn": "2026-11-20",
                     *           "withoutRight": [
                     *             {
                     *               "from": "2026-11-20",
                     *               "to": "2031-11-19",
                     *               "reasons": [
                     *                 "permit-expired"
                     *               ],
                     *               "words": [
                     *                 {
                     *                   "zh": "有效期届满 90 日前申请续期",
                     *                   "en": "Apply for the renewal 90 days before the term ends"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "obligationId": "renewal:1"
                     *         }
                     *       ],
                     *       "unwatched": [
                     *         "erp"
                     *       ],
                     *       "income": {
                     *         "income": 1,
                     *         "asOf": "2026-11-20"
                     *       },
                     *       "exposure": {
                     *         "fineFrom": 1,
                     *         "fineTo": 1,
                     *         "confiscated": 1,
                     *         "rule": {
                     *           "id": "limit.renewal",
                     *           "wording": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "citation": {
                     *             "source": "measures-2017",
                     *             "article": "第二十八条"
                     *           },
                     *           "confidence": "verified"
                     *         }
                     *       },
                     *       "law": {
                     *         "id": "cn-vats-current@2",
                     *         "wording": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "citation": {
                     *           "source": "measures-2017",
                     *           "article": "第二十八条"
                     *         },
                     *         "confidence": "verified"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Operations"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Operations.start": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serviceType": "B24",
                 *       "province": "sh",
                 *       "startedOn": "2026-11-20",
                 *       "evidence": "first call answered"
                 *     }
                 */
                "application/json": components["schemas"]["OperationStart"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Operations.correct": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example operation-1 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "period": null,
                 *       "reason": "entered for the wrong license"
                 *     }
                 */
                "application/json": components["schemas"]["OperationCorrection"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Operations.stop": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example operation-1 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stoppedOn": "2026-11-20",
                 *       "evidence": "lines closed by the carrier"
                 *     }
                 */
                "application/json": components["schemas"]["OperationStop"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "NoticeCommands.answerOperatorQuestion": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "obligationId": "renewal:1",
                 *       "operatorChanges": false,
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["OperatorAnswer"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Originals.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "originals": [
                     *         {
                     *           "holder": {
                     *             "person": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "handedOverOn": "2026-11-20",
                     *           "dueBackOn": "2026-11-20",
                     *           "shownOn": "2026-11-20",
                     *           "returnedOn": "2026-11-20",
                     *           "overdue": false,
                     *           "filingId": "new-1",
                     *           "requirementId": "application-form"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Originals"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Papers.ofLicense": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "papers": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "filingId": "new-1",
                     *           "on": "2026-11-20",
                     *           "number": "R-2026-001",
                     *           "enteredBy": {
                     *             "kind": "renewal",
                     *             "id": "record-1"
                     *           },
                     *           "recordedOn": "2026-11-20",
                     *           "daysLate": 1,
                     *           "scans": [
                     *             {
                     *               "scanId": "00000000-0000-5000-8000-000000000010",
                     *               "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *               "bytes": 1,
                     *               "mediaType": "application/pdf",
                     *               "attachedBy": "00000000-0000-5000-8000-000000000003",
                     *               "attachedOn": "2026-11-20",
                     *               "seq": 12,
                     *               "replacedBy": "00000000-0000-5000-8000-000000000003"
                     *             }
                     *           ],
                     *           "corrections": [
                     *             {
                     *               "seq": 12,
                     *               "changes": [
                     *                 {
                     *                   "member": "submittedOn",
                     *                   "from": "2026-11-20",
                     *                   "to": "2031-11-19"
                     *                 }
                     *               ],
                     *               "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *               "approvedBy": "00000000-0000-5000-8000-000000000004",
                     *               "on": "2026-11-20",
                     *               "correctedBy": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Papers"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Papers.attach": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /**
                 * @description Number of the entry that tells the paper
                 * @example 12
                 */
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scanId": "00000000-0000-5000-8000-000000000007"
                 *     }
                 */
                "application/json": components["schemas"]["ScanTie"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Papers.content": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example 00000000-0000-5000-8000-000000000007 */
                scanId: string;
                /**
                 * @description Number of the entry that tells the paper
                 * @example 12
                 */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example  */
                    "application/pdf": string;
                    /** @example  */
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /** @example  */
                    "image/jpeg": string;
                    /** @example  */
                    "image/png": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.assign": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "people": {
                 *         "owner": "00000000-0000-5000-8000-000000000003",
                 *         "deputy": "00000000-0000-5000-8000-000000000004",
                 *         "manager": "00000000-0000-5000-8000-000000000005"
                 *       },
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["AssignPeople"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.decidePermitEnd": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lastDay": "2031-11-19",
                 *       "reason": "The authority confirmed the computed day by phone."
                 *     }
                 */
                "application/json": components["schemas"]["DecidePermitEnd"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseEndings.returnPermit": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returnedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["PermitReturn"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Rehearsals.rehearseLicense": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": {}
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pack": "cn-vats-current@2",
                     *       "calendar": "cn-2026.2",
                     *       "startOn": "2026-11-20",
                     *       "filingOn": "2026-11-20",
                     *       "endOn": "2031-11-19",
                     *       "end": {
                     *         "status": "valid",
                     *         "terms": [
                     *           {
                     *             "validFrom": "2026-11-20",
                     *             "lastDay": "2031-11-19",
                     *             "provisional": false
                     *           }
                     *         ]
                     *       },
                     *       "authority": "sh",
                     *       "authorityName": {
                     *         "zh": "有效期届满 90 日前申请续期",
                     *         "en": "Apply for the renewal 90 days before the term ends"
                     *       },
                     *       "eligible": false,
                     *       "fileBetween": {
                     *         "from": "2026-11-20",
                     *         "to": "2031-11-19"
                     *       },
                     *       "predictedIssue": {},
                     *       "latestStart": {},
                     *       "waiting": {
                     *         "days": 1,
                     *         "cost": 1
                     *       },
                     *       "timeline": [
                     *         {
                     *           "on": "2026-11-20",
                     *           "what": "filing-submitted",
                     *           "by": "company",
                     *           "filingId": "new-1"
                     *         }
                     *       ],
                     *       "windows": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "kind": "renewal",
                     *           "period": "2026",
                     *           "from": "2026-11-20",
                     *           "to": "2031-11-19",
                     *           "doneOn": "2026-11-20",
                     *           "slackDays": 1,
                     *           "firmness": "firm"
                     *         }
                     *       ],
                     *       "duties": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "kind": "renewal",
                     *           "period": "2026",
                     *           "deadline": {
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20",
                     *             "firmness": "firm"
                     *           },
                     *           "slackDays": 1
                     *         }
                     *       ],
                     *       "notices": [
                     *         {}
                     *       ],
                     *       "noticesByPerson": {
                     *         "owner": 31,
                     *         "deputy": 4
                     *       },
                     *       "staleMaterials": [
                     *         {
                     *           "requirementId": "application-form",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "issuedOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "provisionalDates": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "date": "2026-11-20",
                     *           "safeDay": "2026-11-20"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {}
                     *       ],
                     *       "wakeUps": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Rehearsal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseEndings.revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "revoked",
                 *       "revokedOn": "2026-11-20",
                 *       "servedOn": "2026-11-20",
                 *       "number": "R-2026-001",
                 *       "byFraud": false,
                 *       "returnPaper": {
                 *         "dueOn": "2026-11-20"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Revocation"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Papers.upload": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": ""
                 *     }
                 */
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "scanId": "00000000-0000-5000-8000-000000000010",
                     *       "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988",
                     *       "bytes": 1,
                     *       "mediaType": "application/pdf"
                     *     }
                     */
                    "application/json": components["schemas"]["ScanStored"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.openService": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serviceType": "B24",
                 *       "openedOn": "2026-11-20",
                 *       "evidence": "first invoice of a client"
                 *     }
                 */
                "application/json": components["schemas"]["OpenService"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "NoticeCommands.snooze": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "obligationId": "renewal:1",
                 *       "rung": "S-30",
                 *       "until": "2026-11-20",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseAsOf.state": {
        parameters: {
            query?: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /** @description As known then: a day (its end in Shanghai) or an instant; now where it is left out or lies ahead */
                knownOn?: string;
                /** @description What was true on this day; the day of `knownOn` where it is left out */
                validOn?: components["schemas"]["CivilDate"];
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "validOn": "2026-11-20",
                     *       "knownOn": "2026-11-20T02:00:00.000Z",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "canonical": "/licenses/00000000-0000-5000-8000-000000000001/state?validOn=2026-11-20&knownOn=2026-11-20T02:00:00.000Z&at=12.4.33",
                     *       "today": "2026-11-20",
                     *       "seq": 12,
                     *       "status": "valid",
                     *       "simulated": false,
                     *       "law": {
                     *         "pack": "cn-vats-current@2",
                     *         "calendar": "cn-2026.2",
                     *         "readings": {
                     *           "key": {
                     *             "reading": "receipt-day-counts",
                     *             "scope": "installation",
                     *             "houseSeq": 12
                     *           }
                     *         }
                     *       },
                     *       "filings": [
                     *         {
                     *           "id": "new-1",
                     *           "kind": "new",
                     *           "status": "submitted"
                     *         }
                     *       ],
                     *       "permit": {
                     *         "number": "沪B2-20261234",
                     *         "status": "valid",
                     *         "serviceTypes": [
                     *           "B24"
                     *         ],
                     *         "coverage": {
                     *           "kind": "province",
                     *           "provinces": [
                     *             "sh"
                     *           ]
                     *         },
                     *         "terms": [
                     *           {
                     *             "validFrom": "2026-11-20",
                     *             "lastDay": "2031-11-19",
                     *             "printedLastDay": "2031-11-19",
                     *             "computedLastDay": "2031-11-19",
                     *             "provisional": false
                     *           }
                     *         ]
                     *       },
                     *       "agenda": [
                     *         {
                     *           "id": "renewal:1",
                     *           "kind": "renewal",
                     *           "duty": "company",
                     *           "filingId": "new-1",
                     *           "period": "2026",
                     *           "openedOn": "2026-11-20",
                     *           "deadline": {
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20",
                     *             "firmness": "firm",
                     *             "readings": [
                     *               {
                     *                 "id": "calendar-days",
                     *                 "date": "2026-11-20",
                     *                 "rolled": "2026-11-20",
                     *                 "proof": {
                     *                   "ruleId": "limit.renewal",
                     *                   "pack": "cn-vats-current@2",
                     *                   "calendar": "cn-2026.2",
                     *                   "citation": {
                     *                     "source": "measures-2017",
                     *                     "article": "第二十八条"
                     *                   },
                     *                   "confidence": "verified",
                     *                   "wording": {
                     *                     "zh": "有效期届满 90 日前申请续期",
                     *                     "en": "Apply for the renewal 90 days before the term ends"
                     *                   },
                     *                   "inputs": {
                     *                     "expiry": "2031-11-19"
                     *                   },
                     *                   "steps": [
                     *                     {
                     *                       "date": "2026-11-20",
                     *                       "counted": false,
                     *                       "reason": {
                     *                         "code": "weekend",
                     *                         "zh": "周末",
                     *                         "en": "weekend"
                     *                       }
                     *                     }
                     *                   ],
                     *                   "result": "2026-11-20",
                     *                   "firmness": "firm"
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "cureEnd": "2031-11-19",
                     *           "paused": false,
                     *           "preparation": {
                     *             "startBy": "2026-11-20",
                     *             "workingDays": 1,
                     *             "lastTime": 1,
                     *             "count": 3,
                     *             "of": "license"
                     *           },
                     *           "next": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           }
                     *         }
                     *       ],
                     *       "notices": [
                     *         {
                     *           "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30/00000000-0000-5000-8000-000000000003/mail",
                     *           "obligationId": "renewal:1",
                     *           "rung": "S-30",
                     *           "channel": "mail",
                     *           "role": "owner",
                     *           "personId": "00000000-0000-5000-8000-000000000003",
                     *           "robotId": "00000000-0000-5000-8000-000000000010",
                     *           "state": "sent",
                     *           "at": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "unfit": [
                     *         1
                     *       ],
                     *       "couldSee": [
                     *         {
                     *           "kind": "person",
                     *           "id": "record-1",
                     *           "roles": [
                     *             "officer"
                     *           ],
                     *           "period": {
                     *             "from": "2026-11-20",
                     *             "until": "2031-11-19"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KnownState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseChanges.changes": {
        parameters: {
            query: {
                /** @description Entries up to which the record is read, as an answer names them: it makes the link answer alike for good */
                at?: string;
                /**
                 * @description What was true on this day …
                 * @example 2026-11-20
                 */
                from: components["schemas"]["CivilDate"];
                /** @description The earlier one: as known then (a day or an instant); at the end of `from` if left out */
                fromKnownOn?: string;
                /**
                 * @description … and what on this one
                 * @example 2026-11-20
                 */
                to: components["schemas"]["CivilDate"];
                /** @description The later one: as known then (a day or an instant); at the end of `to` if left out */
                toKnownOn?: string;
            };
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "from": {
                     *         "validOn": "2026-11-20",
                     *         "knownOn": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "to": {
                     *         "validOn": "2026-11-20",
                     *         "knownOn": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "canonical": "/licenses/00000000-0000-5000-8000-000000000001/state-changes?from=2026-11-20&fromKnownOn=2026-11-20T02:00:00.000Z&to=2026-11-20&toKnownOn=2026-11-20T08:00:00.000Z&at=12.4.33",
                     *       "position": {
                     *         "at": "12.4.33",
                     *         "streams": [
                     *           {
                     *             "stream": "license/00000000-0000-5000-8000-000000000001",
                     *             "seq": 12,
                     *             "hash": "5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"
                     *           }
                     *         ]
                     *       },
                     *       "simulated": false,
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "withdrawn": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "v": 1,
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "storedAt": "2026-11-20T02:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "commandId": "00000000-0000-5000-8000-000000000008",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "daysLate": 1
                     *         }
                     *       ],
                     *       "facts": [
                     *         {
                     *           "member": "status",
                     *           "from": "submitted",
                     *           "to": "in-review"
                     *         }
                     *       ],
                     *       "obligations": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "kind": "renewal",
                     *           "change": "opened",
                     *           "from": "2026-11-20",
                     *           "to": "2031-11-19"
                     *         }
                     *       ],
                     *       "notices": [
                     *         {
                     *           "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30/00000000-0000-5000-8000-000000000003/mail",
                     *           "obligationId": "renewal:1",
                     *           "rung": "S-30",
                     *           "channel": "mail",
                     *           "role": "owner",
                     *           "personId": "00000000-0000-5000-8000-000000000003",
                     *           "robotId": "00000000-0000-5000-8000-000000000010",
                     *           "state": "sent",
                     *           "at": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LicenseChanges"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Subsidiaries.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "seq": 12,
                     *       "subsidiaries": [
                     *         {
                     *           "id": "subsidiary-1",
                     *           "name": "样例分公司",
                     *           "percent": 1,
                     *           "serviceTypes": [
                     *             "B24"
                     *           ],
                     *           "provinces": [
                     *             "sh"
                     *           ],
                     *           "approvedOn": "2026-11-20",
                     *           "shownOnPermit": false,
                     *           "endedOn": "2031-11-19"
                     *         }
                     *       ],
                     *       "rule": {
                     *         "id": "limit.renewal",
                     *         "wording": {
                     *           "zh": "有效期届满 90 日前申请续期",
                     *           "en": "Apply for the renewal 90 days before the term ends"
                     *         },
                     *         "citation": {
                     *           "source": "measures-2017",
                     *           "article": "第二十八条"
                     *         },
                     *         "confidence": "verified"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Subsidiaries"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Subsidiaries.authorize": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "上海牌照示例子公司",
                 *       "uscc": "91310000MA1K000019",
                 *       "percent": 60,
                 *       "serviceTypes": [
                 *         "B24"
                 *       ],
                 *       "provinces": [
                 *         "sh"
                 *       ],
                 *       "approvedOn": "2026-11-20",
                 *       "shownOnPermit": true
                 *     }
                 */
                "application/json": components["schemas"]["Subsidiary"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Subsidiaries.end": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
                /** @example subsidiary-1 */
                subsidiaryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endedOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Ending"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.suspend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-20",
                 *       "until": "2026-11-20",
                 *       "number": "R-2026-001"
                 *     }
                 */
                "application/json": components["schemas"]["Suspension"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.liftSuspension": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-11-20",
                 *       "number": "R-2026-001"
                 *     }
                 */
                "application/json": components["schemas"]["SuspensionEnd"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "NoticeCommands.approveWaiver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "obligationId": "renewal:1",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["WaiverApproval"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "NoticeCommands.proposeWaiver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "obligationId": "renewal:1",
                 *       "reason": "ledger-behind",
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["Waiver"];
            };
        };
        responses: {
            /** @description What is on record */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "LicenseCommands.register": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "companyId": "00000000-0000-5000-8000-000000000002",
                 *       "people": {
                 *         "owner": "00000000-0000-5000-8000-000000000003",
                 *         "deputy": "00000000-0000-5000-8000-000000000004",
                 *         "manager": "00000000-0000-5000-8000-000000000005"
                 *       },
                 *       "permit": {
                 *         "number": "沪B2-20261234",
                 *         "validFrom": "2026-11-20",
                 *         "printedLastDay": "2031-11-19",
                 *         "serviceTypes": [
                 *           "B24"
                 *         ],
                 *         "coverage": {
                 *           "kind": "province",
                 *           "provinces": [
                 *             "sh"
                 *           ]
                 *         }
                 *       },
                 *       "grantedOn": "2026-11-20",
                 *       "opened": [],
                 *       "reportsFiled": [],
                 *       "unknown": [],
                 *       "validOn": "2026-11-20"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterPermit"];
            };
        };
        responses: {
            /** @description What is on record */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "commandId": "00000000-0000-5000-8000-000000000010",
                     *       "outcome": "appended",
                     *       "seq": 12,
                     *       "events": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted"
                     *         }
                     *       ],
                     *       "status": "valid"
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "OriginalsOut.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description MIIT or the code of a province such as sh; any of them */
                authority?: string[] | string;
                /** @description Companies; any of them */
                companyId?: string[] | string;
                /** @description Due back on or before this day */
                dueBy?: components["schemas"]["CivilDate"];
                /** @description Person who has it */
                holder?: string;
                limit?: number;
                /** @description Who acts */
                owner?: string;
                /** @description Owner, deputy or manager */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "originals": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "filingId": "new-1",
                     *           "requirementId": "application-form",
                     *           "personId": "00000000-0000-5000-8000-000000000003",
                     *           "handedOverOn": "2026-11-20",
                     *           "dueBackOn": "2026-11-20",
                     *           "overdue": false,
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "companyName": "样例通信有限公司",
                     *           "authority": "sh",
                     *           "owner": "00000000-0000-5000-8000-000000000003",
                     *           "deputy": "00000000-0000-5000-8000-000000000004",
                     *           "simulated": false
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["OriginalsOut"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "name": "示例三",
                     *           "mail": "owner@example.com",
                     *           "language": "zh",
                     *           "active": false,
                     *           "failingSince": "2026-11-20T02:00:00.000Z",
                     *           "erasedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        people: components["schemas"]["Person"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.add": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "示例三",
                 *       "mail": "owner@example.com",
                 *       "language": "zh"
                 *     }
                 */
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "People.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010",
                     *       "name": "样例通信有限公司",
                     *       "mail": "owner@example.com",
                     *       "language": "zh",
                     *       "active": false,
                     *       "failingSince": "2026-11-20T02:00:00.000Z",
                     *       "erasedAt": "2026-11-20T02:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Absences.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "absences": [
                     *         {
                     *           "absenceId": "00000000-0000-5000-8000-000000000010",
                     *           "from": "2026-11-20",
                     *           "until": "2031-11-19",
                     *           "calledOff": false,
                     *           "houseSeq": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Absences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Absences.record": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-20",
                 *       "until": "2031-11-19"
                 *     }
                 */
                "application/json": components["schemas"]["Absence"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "absenceId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        absenceId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Absences.callOff": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                absenceId: string;
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "absenceId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        absenceId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Access.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "version": 3,
                     *       "roles": [
                     *         "officer"
                     *       ],
                     *       "scope": {
                     *         "companies": [],
                     *         "licenses": []
                     *       },
                     *       "period": {
                     *         "from": "2026-11-20",
                     *         "until": "2026-11-20"
                     *       },
                     *       "lastDay": "2026-11-20",
                     *       "linked": false
                     *     }
                     */
                    "application/json": components["schemas"]["KeptAccess"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Access.change": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         "auditor"
                 *       ],
                 *       "scope": {
                 *         "companies": [
                 *           "00000000-0000-5000-8000-000000000002"
                 *         ],
                 *         "licenses": []
                 *       },
                 *       "period": {
                 *         "from": "2026-01-01",
                 *         "until": "2026-12-31"
                 *       },
                 *       "lastDay": "2027-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["AccessOfPerson"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "version": 3,
                     *       "roles": [
                     *         "officer"
                     *       ],
                     *       "scope": {
                     *         "companies": [],
                     *         "licenses": []
                     *       },
                     *       "period": {
                     *         "from": "2026-11-20",
                     *         "until": "2026-11-20"
                     *       },
                     *       "lastDay": "2026-11-20",
                     *       "linked": false
                     *     }
                     */
                    "application/json": components["schemas"]["KeptAccess"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "PersonalData.accessTo": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                before?: string;
                /** @description A month before the end where it is left out */
                from?: components["schemas"]["CivilDate"];
                limit?: number;
                /** @description Today where it is left out */
                until?: components["schemas"]["CivilDate"];
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "from": "2026-11-20",
                     *       "until": "2031-11-19",
                     *       "records": [
                     *         {
                     *           "day": "2026-11-20",
                     *           "seq": 12,
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "kind": "renewal",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "details": {}
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessAboutPerson"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Successions.depart": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "toStandIns": true
                 *     }
                 */
                "application/json": components["schemas"]["Departure"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "licenses": 1
                     *     }
                     */
                    "application/json": components["schemas"]["HandedOver"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Erasure.erasePerson": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ground": "purpose-met",
                 *       "reason": "该员工离职已满三年"
                 *     }
                 */
                "application/json": components["schemas"]["PersonErasure"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "erased": {
                     *         "messages": 1,
                     *         "comments": 1,
                     *         "views": 1,
                     *         "absences": 1,
                     *         "tokens": 1,
                     *         "feeds": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErasedPerson"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Successions.handOver": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "00000000-0000-5000-8000-000000000004",
                 *       "licenseIds": null
                 *     }
                 */
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "eventId": "00000000-0000-5000-8000-000000000010",
                     *       "licenses": 1
                     *     }
                     */
                    "application/json": components["schemas"]["HandedOver"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Access.link": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "b5f1f0a2-sample"
                 *     }
                 */
                "application/json": components["schemas"]["IdentityOfPerson"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "linked": false
                     *     }
                     */
                    "application/json": components["schemas"]["LinkedIdentity"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "PersonalData.give": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "givenAt": "2026-11-20T02:00:00.000Z",
                     *       "person": {
                     *         "id": "00000000-0000-5000-8000-000000000010",
                     *         "name": "示例三",
                     *         "mail": "owner@example.com",
                     *         "language": "zh",
                     *         "active": false,
                     *         "failingSince": "2026-11-20T02:00:00.000Z",
                     *         "erasedAt": "2026-11-20T02:00:00.000Z"
                     *       },
                     *       "access": {
                     *         "roles": [
                     *           "officer"
                     *         ],
                     *         "scope": {
                     *           "companies": [
                     *             "00000000-0000-5000-8000-000000000002"
                     *           ],
                     *           "licenses": [
                     *             "00000000-0000-5000-8000-000000000001"
                     *           ]
                     *         },
                     *         "period": {
                     *           "from": "2026-01-01",
                     *           "until": "2026-12-31"
                     *         },
                     *         "lastDay": "2031-11-19",
                     *         "linked": false
                     *       },
                     *       "preferences": {
                     *         "digest": false,
                     *         "quietHours": {
                     *           "fromMinute": 1,
                     *           "untilMinute": 1
                     *         },
                     *         "mutedKinds": [
                     *           "litigation"
                     *         ]
                     *       },
                     *       "absences": [
                     *         {
                     *           "from": "2026-11-20",
                     *           "until": "2031-11-19",
                     *           "calledOff": false
                     *         }
                     *       ],
                     *       "tokens": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "roles": [
                     *             "officer"
                     *           ],
                     *           "actions": [
                     *             "read-licenses"
                     *           ],
                     *           "scope": {
                     *             "companies": [
                     *               "00000000-0000-5000-8000-000000000002"
                     *             ],
                     *             "licenses": [
                     *               "00000000-0000-5000-8000-000000000001"
                     *             ]
                     *           },
                     *           "period": {
                     *             "from": "2026-01-01",
                     *             "until": "2026-12-31"
                     *           },
                     *           "createdAt": "2026-11-20T02:00:00.000Z",
                     *           "expiresAt": "2026-11-20T02:00:00.000Z",
                     *           "revokedAt": "2026-11-20T02:00:00.000Z",
                     *           "lastUsedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "feeds": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "madeBy": "00000000-0000-5000-8000-000000000010",
                     *           "ofPerson": "00000000-0000-5000-8000-000000000010",
                     *           "ofOwner": "00000000-0000-5000-8000-000000000010",
                     *           "scopes": [
                     *             {}
                     *           ],
                     *           "createdAt": "2026-11-20T02:00:00.000Z",
                     *           "revokedAt": "2026-11-20T02:00:00.000Z",
                     *           "lastUsedOn": "2031-11-19"
                     *         }
                     *       ],
                     *       "views": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "name": "样例通信有限公司",
                     *           "filter": {},
                     *           "shared": false,
                     *           "changedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "licenses": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "role": "owner",
                     *           "ended": false
                     *         }
                     *       ],
                     *       "originals": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "filingId": "new-1",
                     *           "requirementId": "application-form",
                     *           "handedOverOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "comments": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "about": "renewal:1",
                     *           "aboutId": "new-1",
                     *           "writtenAt": "2026-11-20T02:00:00.000Z",
                     *           "withdrawnAt": "2026-11-20T02:00:00.000Z",
                     *           "text": "材料下周一盖章。"
                     *         }
                     *       ],
                     *       "jobs": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "kind": "renewal",
                     *           "createdAt": "2026-11-20T02:00:00.000Z",
                     *           "asked": {},
                     *           "outcome": {}
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "obligationId": "renewal:1",
                     *           "rung": "S-30",
                     *           "role": "owner",
                     *           "dueAt": "2026-11-20T02:00:00.000Z",
                     *           "digest": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     *           "state": "sent",
                     *           "changedAt": "2026-11-20T02:00:00.000Z",
                     *           "answer": "250 OK"
                     *         }
                     *       ],
                     *       "digests": [
                     *         {
                     *           "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30",
                     *           "day": "2026-11-20",
                     *           "dueAt": "2026-11-20T02:00:00.000Z",
                     *           "messages": 1,
                     *           "state": "sent",
                     *           "changedAt": "2026-11-20T02:00:00.000Z",
                     *           "answer": "250 OK"
                     *         }
                     *       ],
                     *       "heartbeats": [
                     *         {
                     *           "week": "2026-11-20",
                     *           "state": "sent",
                     *           "changedAt": "2026-11-20T02:00:00.000Z",
                     *           "answer": "250 OK"
                     *         }
                     *       ],
                     *       "checkpointMails": [
                     *         {
                     *           "day": "2026-11-20",
                     *           "checkpoint": 1,
                     *           "state": "sent",
                     *           "changedAt": "2026-11-20T02:00:00.000Z",
                     *           "answer": "250 OK"
                     *         }
                     *       ],
                     *       "bounces": [
                     *         {
                     *           "arrivedAt": "2026-11-20T02:00:00.000Z",
                     *           "action": "close-license",
                     *           "status": "valid",
                     *           "diagnostic": "550 5.1.1 no such mailbox",
                     *           "addressed": false
                     *         }
                     *       ],
                     *       "retention": [
                     *         {
                     *           "madeOn": "2026-11-20",
                     *           "erasesOn": "2026-11-20",
                     *           "outcome": "erased"
                     *         }
                     *       ],
                     *       "house": [
                     *         {
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           }
                     *         }
                     *       ],
                     *       "acts": [
                     *         {
                     *           "stream": "license/00000000-0000-5000-8000-000000000001",
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "validOn": "2026-11-20",
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "texts": [
                     *             {
                     *               "at": "/reason",
                     *               "text": "材料下周一盖章。"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "reads": [
                     *         {
                     *           "day": "2026-11-20",
                     *           "seq": 12,
                     *           "recordedAt": "2026-11-20T02:00:00.000Z",
                     *           "kind": "renewal",
                     *           "words": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "details": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Preferences.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "version": 3,
                     *       "digest": false,
                     *       "quietHours": {
                     *         "from": "20:00",
                     *         "until": "20:00"
                     *       },
                     *       "language": "zh",
                     *       "mutedKinds": [
                     *         "litigation"
                     *       ],
                     *       "toldAnyway": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "kind": "renewal",
                     *           "owner": "00000000-0000-5000-8000-000000000003"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeptNoticePreferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Preferences.change": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "digest": true,
                 *       "quietHours": {
                 *         "from": "20:00",
                 *         "until": "08:00"
                 *       },
                 *       "language": "zh",
                 *       "mutedKinds": [
                 *         "litigation"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NoticePreferences"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "version": 3,
                     *       "digest": false,
                     *       "quietHours": {
                     *         "from": "20:00",
                     *         "until": "20:00"
                     *       },
                     *       "language": "zh",
                     *       "mutedKinds": [
                     *         "litigation"
                     *       ],
                     *       "toldAnyway": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "kind": "renewal",
                     *           "owner": "00000000-0000-5000-8000-000000000003"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeptNoticePreferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Successions.takeBack": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": "00000000-0000-5000-8000-000000000003"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Problems.all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All codes */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "problems": [
                     *         {
                     *           "code": "version-stale",
                     *           "title": {
                     *             "zh": "内容已被更改",
                     *             "en": "Changed in the meantime"
                     *           },
                     *           "remedy": {
                     *             "zh": "请重新读取后再试。",
                     *             "en": "Read it again and try again."
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemList"];
                    /**
                     * @example <!doctype html>
                     *     …
                     */
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Problems.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example weekend */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its words */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "version-stale",
                     *       "title": {
                     *         "zh": "内容已被更改",
                     *         "en": "Changed in the meantime"
                     *       },
                     *       "remedy": {
                     *         "zh": "请重新读取后再试。",
                     *         "en": "Read it again and try again."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemWords"];
                    /**
                     * @example <!doctype html>
                     *     …
                     */
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Readings.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "readings": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "rule": "limit.renewal",
                     *           "reading": "working-days-from-acceptance",
                     *           "scope": {
                     *             "kind": "authority",
                     *             "authority": "sh"
                     *           },
                     *           "state": "proposed",
                     *           "evidence": {
                     *             "ref": "00000000-0000-5000-8000-000000000007",
                     *             "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00"
                     *           },
                     *           "proposedBy": "00000000-0000-5000-8000-000000000003",
                     *           "decidedBy": "00000000-0000-5000-8000-000000000003",
                     *           "houseSeq": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Readings"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Readings.propose": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rule": "limit.review",
                 *       "reading": "working-days-from-acceptance",
                 *       "scope": {
                 *         "kind": "authority",
                 *         "authority": "sh"
                 *       },
                 *       "evidence": "主管部门书面答复（样例）"
                 *     }
                 */
                "application/json": components["schemas"]["ReadingProposal"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "readingId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        readingId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Readings.confirm": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notify": false
                 *     }
                 */
                "application/json": components["schemas"]["Notifying"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "readingId": "00000000-0000-5000-8000-000000000010",
                     *       "state": "sent"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        readingId: string;
                        state: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Readings.reject": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "readingId": "00000000-0000-5000-8000-000000000010",
                     *       "state": "sent"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        readingId: string;
                        state: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Rehearsals.rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "company": {
                 *         "name": "上海牌照示例科技有限公司",
                 *         "uscc": "91310000MA1K000019",
                 *         "province": "sh",
                 *         "city": "上海市",
                 *         "registeredCapital": 1000000,
                 *         "foreignShare": 0,
                 *         "establishedOn": "2024-05-20",
                 *         "shareholders": [
                 *           {
                 *             "kind": "natural-person",
                 *             "percent": 100,
                 *             "foreign": false
                 *           }
                 *         ]
                 *       },
                 *       "serviceTypes": [
                 *         "B24"
                 *       ],
                 *       "coverage": {
                 *         "kind": "province",
                 *         "provinces": [
                 *           "sh"
                 *         ]
                 *       },
                 *       "plan": {}
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pack": "cn-vats-current@2",
                     *       "calendar": "cn-2026.2",
                     *       "startOn": "2026-11-20",
                     *       "filingOn": "2026-11-20",
                     *       "endOn": "2031-11-19",
                     *       "end": {
                     *         "status": "valid",
                     *         "terms": [
                     *           {
                     *             "validFrom": "2026-11-20",
                     *             "lastDay": "2031-11-19",
                     *             "provisional": false
                     *           }
                     *         ]
                     *       },
                     *       "authority": "sh",
                     *       "authorityName": {
                     *         "zh": "有效期届满 90 日前申请续期",
                     *         "en": "Apply for the renewal 90 days before the term ends"
                     *       },
                     *       "eligible": false,
                     *       "fileBetween": {
                     *         "from": "2026-11-20",
                     *         "to": "2031-11-19"
                     *       },
                     *       "predictedIssue": {},
                     *       "latestStart": {},
                     *       "waiting": {
                     *         "days": 1,
                     *         "cost": 1
                     *       },
                     *       "timeline": [
                     *         {
                     *           "on": "2026-11-20",
                     *           "what": "filing-submitted",
                     *           "by": "company",
                     *           "filingId": "new-1"
                     *         }
                     *       ],
                     *       "windows": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "kind": "renewal",
                     *           "period": "2026",
                     *           "from": "2026-11-20",
                     *           "to": "2031-11-19",
                     *           "doneOn": "2026-11-20",
                     *           "slackDays": 1,
                     *           "firmness": "firm"
                     *         }
                     *       ],
                     *       "duties": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "kind": "renewal",
                     *           "period": "2026",
                     *           "deadline": {
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20",
                     *             "firmness": "firm"
                     *           },
                     *           "slackDays": 1
                     *         }
                     *       ],
                     *       "notices": [
                     *         {}
                     *       ],
                     *       "noticesByPerson": {
                     *         "owner": 31,
                     *         "deputy": 4
                     *       },
                     *       "staleMaterials": [
                     *         {
                     *           "requirementId": "application-form",
                     *           "title": {
                     *             "zh": "有效期届满 90 日前申请续期",
                     *             "en": "Apply for the renewal 90 days before the term ends"
                     *           },
                     *           "issuedOn": "2026-11-20"
                     *         }
                     *       ],
                     *       "provisionalDates": [
                     *         {
                     *           "obligationId": "renewal:1",
                     *           "date": "2026-11-20",
                     *           "safeDay": "2026-11-20"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {}
                     *       ],
                     *       "wakeUps": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Rehearsal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Rehearsals.compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "a": {
                 *         "company": {
                 *           "name": "上海牌照示例科技有限公司",
                 *           "uscc": "91310000MA1K000019",
                 *           "province": "sh",
                 *           "city": "上海市",
                 *           "registeredCapital": 1000000,
                 *           "foreignShare": 0,
                 *           "establishedOn": "2024-05-20",
                 *           "shareholders": [
                 *             {
                 *               "kind": "natural-person",
                 *               "percent": 100,
                 *               "foreign": false
                 *             }
                 *           ]
                 *         },
                 *         "serviceTypes": [
                 *           "B24"
                 *         ],
                 *         "coverage": {
                 *           "kind": "province",
                 *           "provinces": [
                 *             "sh"
                 *           ]
                 *         },
                 *         "plan": {}
                 *       },
                 *       "b": {
                 *         "company": {
                 *           "name": "上海牌照示例科技有限公司",
                 *           "uscc": "91310000MA1K000019",
                 *           "province": "sh",
                 *           "city": "上海市",
                 *           "registeredCapital": 1000000,
                 *           "foreignShare": 0,
                 *           "establishedOn": "2024-05-20",
                 *           "shareholders": [
                 *             {
                 *               "kind": "natural-person",
                 *               "percent": 100,
                 *               "foreign": false
                 *             }
                 *           ]
                 *         },
                 *         "serviceTypes": [
                 *           "B24"
                 *         ],
                 *         "coverage": {
                 *           "kind": "province",
                 *           "provinces": [
                 *             "sh"
                 *           ]
                 *         },
                 *         "plan": {
                 *           "acknowledge": "never"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filingOn": {
                     *         "a": "2026-11-20",
                     *         "b": "2026-11-20"
                     *       },
                     *       "issuedOn": {
                     *         "a": "2026-11-20",
                     *         "b": "2026-11-20"
                     *       },
                     *       "predictedIssue": {
                     *         "a": {},
                     *         "b": {}
                     *       },
                     *       "end": {
                     *         "a": {
                     *           "status": "valid",
                     *           "terms": [
                     *             {
                     *               "validFrom": "2026-11-20",
                     *               "lastDay": "2031-11-19",
                     *               "provisional": false
                     *             }
                     *           ],
                     *           "on": "2026-11-20"
                     *         },
                     *         "b": {
                     *           "status": "valid",
                     *           "terms": [
                     *             {
                     *               "validFrom": "2026-11-20",
                     *               "lastDay": "2031-11-19",
                     *               "provisional": false
                     *             }
                     *           ],
                     *           "on": "2026-11-20"
                     *         }
                     *       },
                     *       "waiting": {
                     *         "a": {
                     *           "days": 1,
                     *           "cost": 1
                     *         },
                     *         "b": {
                     *           "days": 1,
                     *           "cost": 1
                     *         }
                     *       },
                     *       "leastSlack": {
                     *         "a": 1,
                     *         "b": 1
                     *       },
                     *       "acts": [
                     *         {
                     *           "kind": "renewal",
                     *           "period": "2026",
                     *           "count": 3,
                     *           "movedDays": 1
                     *         }
                     *       ],
                     *       "notices": {
                     *         "a": 1,
                     *         "b": 1,
                     *         "byPerson": {
                     *           "owner": {
                     *             "a": 31,
                     *             "b": 36
                     *           }
                     *         }
                     *       },
                     *       "findings": {
                     *         "a": [
                     *           {}
                     *         ],
                     *         "b": [
                     *           {}
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Retention.choose": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example messages */
                kind: "people-who-left" | "messages" | "texts-of-ended-licenses";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 1825
                 *     }
                 */
                "application/json": components["schemas"]["RetentionPeriod"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "people-who-left",
                     *       "days": 1,
                     *       "usually": 1,
                     *       "atLeast": 1
                     *     }
                     */
                    "application/json": components["schemas"]["KeptRetentionPeriod"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Retention.report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "periods": [
                     *         {
                     *           "kind": "people-who-left",
                     *           "days": 1,
                     *           "usually": 1,
                     *           "atLeast": 1
                     *         }
                     *       ],
                     *       "report": {
                     *         "id": "00000000-0000-5000-8000-000000000010",
                     *         "madeOn": "2026-11-20",
                     *         "erasesOn": "2026-11-20",
                     *         "mailedAt": "2026-11-20T02:00:00.000Z",
                     *         "doneAt": "2026-11-20T02:00:00.000Z",
                     *         "items": [
                     *           {
                     *             "kind": "people-who-left",
                     *             "subject": "00000000-0000-5000-8000-000000000001",
                     *             "count": 3,
                     *             "dueOn": "2026-11-20",
                     *             "state": "asked"
                     *           }
                     *         ]
                     *       },
                     *       "last": {
                     *         "id": "00000000-0000-5000-8000-000000000010",
                     *         "madeOn": "2026-11-20",
                     *         "erasesOn": "2026-11-20",
                     *         "mailedAt": "2026-11-20T02:00:00.000Z",
                     *         "doneAt": "2026-11-20T02:00:00.000Z",
                     *         "items": [
                     *           {
                     *             "kind": "people-who-left",
                     *             "subject": "00000000-0000-5000-8000-000000000001",
                     *             "count": 3,
                     *             "dueOn": "2026-11-20",
                     *             "state": "asked"
                     *           }
                     *         ]
                     *       },
                     *       "underWay": [
                     *         {
                     *           "kind": "people-who-left",
                     *           "subject": "00000000-0000-5000-8000-000000000001",
                     *           "count": 3,
                     *           "dueOn": "2026-11-20",
                     *           "state": "asked"
                     *         }
                     *       ],
                     *       "next": [
                     *         {
                     *           "kind": "people-who-left",
                     *           "subject": "00000000-0000-5000-8000-000000000001",
                     *           "count": 3,
                     *           "dueOn": "2026-11-20"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "robots": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "version": 3,
                     *           "kind": "renewal",
                     *           "name": "样例通信有限公司",
                     *           "language": "zh",
                     *           "signs": false,
                     *           "licenseIds": [
                     *             "00000000-0000-5000-8000-000000000001"
                     *           ],
                     *           "companyIds": [
                     *             "00000000-0000-5000-8000-000000000002"
                     *           ],
                     *           "authorities": [
                     *             "sh"
                     *           ],
                     *           "urgentOnly": false,
                     *           "state": "enabled",
                     *           "disabledWhy": "by-hand"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        robots: components["schemas"]["Robot"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.register": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "wecom",
                 *       "name": "compliance-group",
                 *       "language": "zh",
                 *       "url": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000000",
                 *       "urgentOnly": false
                 *     }
                 */
                "application/json": components["schemas"]["NewRobot"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "robotId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        robotId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010",
                     *       "version": 3,
                     *       "kind": "renewal",
                     *       "name": "样例通信有限公司",
                     *       "language": "zh",
                     *       "signs": false,
                     *       "licenseIds": [
                     *         "00000000-0000-5000-8000-000000000001"
                     *       ],
                     *       "companyIds": [
                     *         "00000000-0000-5000-8000-000000000002"
                     *       ],
                     *       "authorities": [
                     *         "sh"
                     *       ],
                     *       "urgentOnly": false,
                     *       "state": "enabled",
                     *       "disabledWhy": "by-hand"
                     *     }
                     */
                    "application/json": components["schemas"]["Robot"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.change": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "urgentOnly": true
                 *     }
                 */
                "application/json": components["schemas"]["RobotChange"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "robotId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        robotId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.disable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "robotId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        robotId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.enable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "robotId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        robotId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.messages": {
        parameters: {
            query?: {
                limit?: number;
                state?: "queued" | "sending" | "sent" | "uncertain" | "suppressed" | "failed";
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": [
                     *         {
                     *           "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30",
                     *           "purpose": "notice",
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "obligationId": "renewal:1",
                     *           "rung": "S-30",
                     *           "simulated": false,
                     *           "state": "sent",
                     *           "attempts": 1,
                     *           "answer": "250 OK",
                     *           "dueAt": "2026-11-20T02:00:00.000Z",
                     *           "changedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        messages: {
                            answer: string | null;
                            attempts: number;
                            changedAt: string | null;
                            dueAt: string;
                            key: string;
                            licenseId: string | null;
                            obligationId: string | null;
                            purpose: string;
                            rung: string | null;
                            simulated: boolean;
                            state: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Robots.test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "robotId": "00000000-0000-5000-8000-000000000010",
                     *       "key": "00000000-0000-5000-8000-000000000001/renewal:1/S-30"
                     *     }
                     */
                    "application/json": {
                        key: string;
                        /** Format: uuid */
                        robotId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Simulation.skip": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 7
                 *     }
                 */
                "application/json": components["schemas"]["Skip"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenseId": "00000000-0000-5000-8000-000000000001",
                     *       "simulated": true,
                     *       "from": "2026-11-20T02:00:00.000Z",
                     *       "now": "2026-11-20T02:00:00.000Z",
                     *       "today": "2026-11-20",
                     *       "unsent": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Skipped"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Tasks.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                /** @description MIIT or the code of a province such as sh; any of them */
                authority?: string[] | string;
                /** @description Companies; any of them */
                companyId?: string[] | string;
                /** @description The company's next duty falls on or before this day */
                dueBy?: components["schemas"]["CivilDate"];
                /** @description The company's next duty falls on or after this day */
                dueFrom?: components["schemas"]["CivilDate"];
                /** @description Kinds of obligations, original-return, unclaimed-upload; any of them */
                kind?: string[] | string;
                licenseId?: string;
                limit?: number;
                /** @description Whose tasks: who owns the license has them */
                owner?: string;
                /** @description Owner, deputy or manager */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tasks": [
                     *         {
                     *           "taskId": "renewal:1",
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "companyName": "样例通信有限公司",
                     *           "authority": "sh",
                     *           "kind": "renewal",
                     *           "filingId": "new-1",
                     *           "period": "2026",
                     *           "state": "open",
                     *           "owner": "00000000-0000-5000-8000-000000000003",
                     *           "deputy": "00000000-0000-5000-8000-000000000004",
                     *           "openedOn": "2026-11-20",
                     *           "date": "2026-11-20",
                     *           "safeDay": "2026-11-20",
                     *           "cureEnd": "2031-11-19",
                     *           "slack": 1,
                     *           "simulated": false,
                     *           "items": [
                     *             {
                     *               "state": "open",
                     *               "requirementId": "application-form",
                     *               "text": {
                     *                 "ref": "00000000-0000-5000-8000-000000000007",
                     *                 "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *                 "text": "材料下周一盖章。"
                     *               },
                     *               "rejected": {
                     *                 "materialId": "00000000-0000-5000-8000-000000000006",
                     *                 "version": 1,
                     *                 "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988"
                     *               },
                     *               "suppliedBy": {
                     *                 "materialId": "00000000-0000-5000-8000-000000000006",
                     *                 "version": 1,
                     *                 "sha256": "5f2b8c1e4a7d9036f1e2d3c4b5a697887766554433221100ffeeddccbbaa9988"
                     *               },
                     *               "said": {
                     *                 "ref": "00000000-0000-5000-8000-000000000007",
                     *                 "commitment": "b1946ac92492d2347c6235b4d2611184c0ffee00c0ffee00c0ffee00c0ffee00",
                     *                 "text": "材料下周一盖章。"
                     *               },
                     *               "done": {
                     *                 "by": "00000000-0000-5000-8000-000000000003",
                     *                 "on": "2026-11-20",
                     *                 "seq": 12
                     *               },
                     *               "taskId": "renewal:1"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["Tasks"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Tokens.list": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "bearer": {
                     *             "kind": "person",
                     *             "id": "00000000-0000-5000-8000-000000000003"
                     *           },
                     *           "roles": [
                     *             "officer"
                     *           ],
                     *           "actions": [
                     *             "read-licenses"
                     *           ],
                     *           "scope": {
                     *             "companies": [
                     *               "00000000-0000-5000-8000-000000000002"
                     *             ],
                     *             "licenses": [
                     *               "00000000-0000-5000-8000-000000000001"
                     *             ]
                     *           },
                     *           "period": {
                     *             "from": "2026-01-01",
                     *             "until": "2026-12-31"
                     *           },
                     *           "createdAt": "2026-11-20T02:00:00.000Z",
                     *           "expiresAt": "2026-11-20T02:00:00.000Z",
                     *           "revokedAt": "2026-11-20T02:00:00.000Z",
                     *           "lastUsedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Tokens.issue": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personId": "00000000-0000-5000-8000-000000000003",
                 *       "roles": [
                 *         "officer"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010",
                     *       "token": "pz_…"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Tokens.revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Views.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "views": [
                     *         {
                     *           "viewId": "00000000-0000-5000-8000-000000000010",
                     *           "version": 3,
                     *           "name": "样例通信有限公司",
                     *           "filter": {},
                     *           "shared": false,
                     *           "personId": "00000000-0000-5000-8000-000000000003",
                     *           "mine": false,
                     *           "changedAt": "2026-11-20T02:00:00.000Z",
                     *           "url": "https://paizhao.example.com/views/00000000-0000-5000-8000-000000000009/licenses",
                     *           "query": "status=renewal-due&slackTo=30"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        views: components["schemas"]["SavedView"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Views.keep": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "本月到期",
                 *       "filter": {
                 *         "status": [
                 *           "renewal-due"
                 *         ],
                 *         "slackTo": 30
                 *       },
                 *       "shared": true
                 *     }
                 */
                "application/json": components["schemas"]["View"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "viewId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        viewId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Views.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "viewId": "00000000-0000-5000-8000-000000000010",
                     *       "version": 3,
                     *       "name": "样例通信有限公司",
                     *       "filter": {},
                     *       "shared": false,
                     *       "personId": "00000000-0000-5000-8000-000000000003",
                     *       "mine": false,
                     *       "changedAt": "2026-11-20T02:00:00.000Z",
                     *       "url": "https://paizhao.example.com/views/00000000-0000-5000-8000-000000000009/licenses",
                     *       "query": "status=renewal-due&slackTo=30"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Views.change": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "本月到期",
                 *       "filter": {
                 *         "status": [
                 *           "renewal-due"
                 *         ],
                 *         "slackTo": 30
                 *       },
                 *       "shared": true
                 *     }
                 */
                "application/json": components["schemas"]["View"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "viewId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        viewId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "ViewExports.begin": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description Why you ask, for the access record: text in percent-encoded UTF-8, 500 characters at most. Some houses demand it
                 * @example annual%20audit%202026
                 */
                "Paizhao-Reason"?: components["parameters"]["Paizhao-Reason-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "xlsx",
                 *       "language": "zh"
                 *     }
                 */
                "application/json": components["schemas"]["NewExportOfView"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": "00000000-0000-5000-8000-000000000007"
                     *     }
                     */
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Views.licenses": {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "licenses": [
                     *         {
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "seq": 12,
                     *           "companyId": "00000000-0000-5000-8000-000000000002",
                     *           "companyName": "样例通信有限公司",
                     *           "serviceTypes": [
                     *             "B24"
                     *           ],
                     *           "coverage": "上海市",
                     *           "authority": "sh",
                     *           "status": "valid",
                     *           "statusOn": "2026-11-20",
                     *           "people": {
                     *             "owner": "00000000-0000-5000-8000-000000000003",
                     *             "deputy": "00000000-0000-5000-8000-000000000004",
                     *             "manager": "00000000-0000-5000-8000-000000000005"
                     *           },
                     *           "filings": [
                     *             {
                     *               "id": "new-1",
                     *               "kind": "new",
                     *               "status": "submitted"
                     *             }
                     *           ],
                     *           "permit": {
                     *             "number": "沪B2-20261234",
                     *             "lastDay": "2031-11-19"
                     *           },
                     *           "duty": {
                     *             "obligationId": "renewal:1",
                     *             "date": "2026-11-20",
                     *             "safeDay": "2026-11-20"
                     *           },
                     *           "slack": 1,
                     *           "needsAttention": false,
                     *           "simulated": false,
                     *           "ended": false
                     *         }
                     *       ],
                     *       "next": "WyIyMDI3LTAzLTMxIl0"
                     *     }
                     */
                    "application/json": components["schemas"]["Portfolio"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Views.remove": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["If-Match-optional"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "viewId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        viewId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhooks": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "version": 3,
                     *           "name": "样例通信有限公司",
                     *           "host": "erp.example.com",
                     *           "eventTypes": [
                     *             "permit-issued"
                     *           ],
                     *           "licenseIds": [
                     *             "00000000-0000-5000-8000-000000000001"
                     *           ],
                     *           "companyIds": [
                     *             "00000000-0000-5000-8000-000000000002"
                     *           ],
                     *           "imported": false,
                     *           "state": "enabled",
                     *           "disabledWhy": "by-hand",
                     *           "failingSince": "2026-11-20T02:00:00.000Z",
                     *           "oldSecretUntil": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        webhooks: components["schemas"]["Webhook"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.register": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "erp",
                 *       "url": "https://erp.example.com/hooks/paizhao",
                 *       "eventTypes": [
                 *         "permit-issued",
                 *         "permit-renewed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000001",
                     *       "secret": "whsec_…"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.find": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "00000000-0000-5000-8000-000000000010",
                     *       "version": 3,
                     *       "name": "样例通信有限公司",
                     *       "host": "erp.example.com",
                     *       "eventTypes": [
                     *         "permit-issued"
                     *       ],
                     *       "licenseIds": [
                     *         "00000000-0000-5000-8000-000000000001"
                     *       ],
                     *       "companyIds": [
                     *         "00000000-0000-5000-8000-000000000002"
                     *       ],
                     *       "imported": false,
                     *       "state": "enabled",
                     *       "disabledWhy": "by-hand",
                     *       "failingSince": "2026-11-20T02:00:00.000Z",
                     *       "oldSecretUntil": "2026-11-20T02:00:00.000Z",
                     *       "replays": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "from": "2026-11-20T02:00:00.000Z",
                     *           "to": "2026-11-20T02:00:00.000Z",
                     *           "queued": 1,
                     *           "doneAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        companyIds: string[] | null;
                        disabledWhy: ("by-hand" | "gone" | "failing") | null;
                        eventTypes: string[] | null;
                        failingSince: string | null;
                        /** @description Of the URL; the rest of it may hold a secret */
                        host: string;
                        /** Format: uuid */
                        id: string;
                        imported: boolean;
                        licenseIds: string[] | null;
                        name: string;
                        oldSecretUntil: string | null;
                        replays: {
                            doneAt: string | null;
                            from: string;
                            /** Format: uuid */
                            id: string;
                            queued: number;
                            to: string;
                        }[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description Rises with every change; the ETag begins with it
                         * @example 3
                         */
                        version: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.change": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://erp.example.com/hooks/licenses"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        webhookId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.deliveries": {
        parameters: {
            query?: {
                /** @description Id of the last delivery of the page before */
                before?: string;
                limit?: number;
                state?: "queued" | "sending" | "sent" | "suppressed" | "failed";
            };
            header?: never;
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveries": [
                     *         {
                     *           "id": "00000000-0000-5000-8000-000000000010",
                     *           "licenseId": "00000000-0000-5000-8000-000000000001",
                     *           "seq": 12,
                     *           "type": "filing-submitted",
                     *           "state": "sent",
                     *           "attempts": 1,
                     *           "replays": 1,
                     *           "answer": "250 OK",
                     *           "nextAttemptAt": "2026-11-20T02:00:00.000Z",
                     *           "changedAt": "2026-11-20T02:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        deliveries: {
                            answer: string | null;
                            attempts: number;
                            changedAt: string | null;
                            /**
                             * Format: uuid
                             * @description The webhook-id
                             */
                            id: string;
                            licenseId: string | null;
                            nextAttemptAt: string | null;
                            replays: number;
                            seq: number;
                            state: string;
                            type: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.disable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        webhookId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.enable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        webhookId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.replay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-19T00:00:00Z",
                 *       "to": "2026-11-20T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000010",
                     *       "replayId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        replayId: string;
                        /** Format: uuid */
                        webhookId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.replaceSecret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keepOldHours": 24
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhookSecret"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000001",
                     *       "secret": "whsec_…"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    "Webhooks.test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of this command: sending it again with the same body gives the same answer.
                 * @example my-command-0001
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                /** @example 00000000-0000-5000-8000-000000000010 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was done */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "00000000-0000-5000-8000-000000000010",
                     *       "deliveryId": "00000000-0000-5000-8000-000000000010"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        deliveryId: string;
                        /** Format: uuid */
                        webhookId: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
}
