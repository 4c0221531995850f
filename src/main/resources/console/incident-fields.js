// @ts-check
/** What the incident's page reads, after every change too. */
const PERSON = "{ handle name }";

const WAIVER = `{ id milestone name policy state reason until askedAt askedBy ${PERSON} confirmedAt confirmedBy ${PERSON}
    endedAt endedBy ${PERSON} endReason }`;

export const EVENT = `id sequence kind at actor ${PERSON} audience summary subject`;

export const INCIDENT = `reference version title status phase severity restricted sample origin
  reportedAt createdAt closedAt closeReason duplicateOf cve cwes components fixedVersions links
  affected { component introduced fixed lastAffected }
  lead ${PERSON} leadAcknowledgedAt leadOffer { to ${PERSON} by ${PERSON} offeredAt }
  fixTeam ${PERSON} access { person ${PERSON} grantedAt grantedBy ${PERSON} }
  nextDueAt overdue plannedDisclosureAt plannedReleaseAt
  waitingOn waitingSince waits { on since until note }
  score { id overallScore severity baseScore baseSeverity vector version rationale scoredAt scoredBy ${PERSON} assignedBy }
  scores { id overallScore severity vector version rationale scoredAt scoredBy ${PERSON} assignedBy }
  milestones { id key name policy policyVersion strength state atRisk startedAt dueAt stoppedAt cancelCause recordedLateBy
    cancelledAt explanation { text at } waiver ${WAIVER} }
  policies { base reason addedAt policy { id title version milestones { key until secondPerson } } }
  formerPolicies { replacedAt policy { id title version } }
  waivers ${WAIVER}
  escalations { id policy milestone dueAt rung number happenedAt told concerned acknowledgedAt acknowledgedBy ${PERSON} }
  breaches { id milestone name policy cause breachedAt detectedAt metLateAt withdrawn withdrawnReason waived
    explanation explainedAt explainedBy ${PERSON} }
  facts { id kind occurredAt recordedAt recordedBy ${PERSON} byMachine note evidenceUrl supersedes inForce retracts }
  notes { id audience body writtenAt writtenAs writtenBy ${PERSON} }
  report { title body channel receivedAt creditPreference creditName reporterName reporterAddress contactErasedAt }
  vendorNotices { vendor ${PERSON} notifiedAt acknowledgedAt answer answeredAt }
  vendorReceipts { vendor contacts ${PERSON} sentAt deliveredAt openedAt termsAcceptedAt answer answeredAt }
  noticeDrafts { id kind state subject body addresses draftedAt draftedBy ${PERSON} editedAt editedBy ${PERSON}
    approvedAt approvedBy ${PERSON} sentAt sentBy ${PERSON} discardedAt discardedBy ${PERSON} discardReason }
  timeline(last: 50) { pageInfo { hasPreviousPage startCursor } nodes { ${EVENT} } }`;
