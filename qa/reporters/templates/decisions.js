// The editor's decisions: one for each finding, kept with a way back. Nothing leaves the browser; they are
// remembered in its own storage, so that closing the page by mistake loses no work.
const findings = data.findings;
const decisions = new Map(); // number of a finding -> {decision, suggestion, reason}
const past = []; // what each step changed: [[number, decision before], …]
const listeners = []; // called with the numbers of the findings that changed
let others = []; // what was kept of findings that this page lacks: the next check may find them again
const storageKey = `qa-decisions:${data.document}:${data.name}`;

const isOpen = (number) => !decisions.has(number);
const hasPlace = (finding) => finding.side === "target";

function change(entries) {
  past.push(entries.map(([number]) => [number, decisions.get(number)]));
  put(entries);
}

function put(entries) {
  for (const [number, decision] of entries) {
    if (decision) decisions.set(number, decision);
    else decisions.delete(number);
  }
  store();
  for (const listener of listeners) listener(entries.map(([number]) => number));
}

// The number of an accepted finding whose span meets that of this one, or undefined. Two corrections of
// one place cannot both be right.
function clash(number) {
  const { segment, start, end } = findings[number];
  const meets = (other) => other.segment === segment && hasPlace(other) && start < other.end && other.start < end;
  return [...decisions].find(
    ([other, { decision, suggestion }]) =>
      other !== number && decision === "accept" && suggestion !== null && meets(findings[other])
  )?.[0];
}

// Accepts findings with what to write (null: to be changed by hand); says so and leaves out those that clash.
function accept(entries) {
  const accepted = [];
  for (const [number, suggestion] of entries) {
    const other = suggestion === null || !hasPlace(findings[number]) ? undefined : clash(number);
    if (other === undefined) accepted.push([number, { decision: "accept", suggestion, reason: "" }]);
    else announce(text("clash", { n: other + 1 }));
  }
  if (accepted.length) change(accepted);
  return accepted.length > 0;
}

function dismiss(number) {
  change([[number, { decision: "dismiss", suggestion: findings[number].suggestion, reason: "" }]]);
}

// A reason belongs to the step that dismissed; typing it is no step of its own.
function giveReason(number, reason) {
  const decision = decisions.get(number);
  if (decision) put([[number, { ...decision, reason }]]);
}

// Takes the last step back; returns the number of a finding it had changed.
function undo() {
  const step = past.pop();
  if (!step) return undefined;
  put(step);
  return step[0][0];
}

function reopen(number) {
  if (!isOpen(number)) change([[number, undefined]]);
}

// Findings that say the same of the same text, by what they say.
const sayings = findings.map(({ rule, text: found, suggestion, side }) => JSON.stringify([rule, found, suggestion, side]));
const families = new Map();
sayings.forEach((saying, number) => {
  if (families.has(saying)) families.get(saying).push(number);
  else families.set(saying, [number]);
});

function alike(number) {
  return families.get(sayings[number]).filter(isOpen);
}

// Accepted corrections of each sentence, the last place first, so that putting one in moves no other.
function corrections() {
  const bySentence = data.segments.map(() => []);
  for (const [number, { decision, suggestion }] of decisions) {
    const { segment, start, end } = findings[number];
    if (decision === "accept" && suggestion !== null && hasPlace(findings[number])) {
      bySentence[segment].push({ number, start, end, suggestion });
    }
  }
  for (const list of bySentence) list.sort((a, b) => b.start - a.start || b.number - a.number);
  return bySentence;
}

// Offsets count code points, JavaScript's strings count halves of them: hence the array.
function corrected(sentence, list) {
  if (!list.length) return sentence;
  const letters = Array.from(sentence);
  for (const { start, end, suggestion } of list) letters.splice(start, end - start, suggestion);
  return letters.join("");
}

function correctedText() {
  const lists = corrections();
  return data.segments.map(({ gap, text: sentence }, index) => gap + corrected(sentence, lists[index])).join("") + "\n";
}

function decisionsFile() {
  const list = [...decisions].sort(([a], [b]) => a - b);
  return {
    schema_version: 1,
    document: data.document,
    ...(data.name && { name: data.name }),
    target_lang: data.target_lang,
    decisions: list.map(([number, { decision, suggestion, reason }]) => {
      const { fingerprint, rule, severity, side, text: found, entry } = findings[number];
      // What a reason means where it is one of those proposed, whatever the language of the page.
      const because = Object.hasOwn(data.reasons, reason.trim()) ? data.reasons[reason.trim()] : "";
      return { fingerprint, rule, severity, side, text: found, entry, decision, suggestion, reason, because };
    }),
  };
}

function store() {
  const here = [...decisions].map(([number, decision]) => [findings[number].fingerprint, number, decision]);
  const kept = [...others, ...here];
  try {
    if (kept.length) localStorage.setItem(storageKey, JSON.stringify(kept));
    else localStorage.removeItem(storageKey);
  } catch {
    // Some browsers give a page from a file no storage; then the decisions live as long as the page.
  }
}

// The number of a finding that had another one before the text was checked again, or -1.
function numberOf(fingerprint, before) {
  const same = (finding) => finding?.fingerprint === fingerprint;
  return same(findings[before]) ? before : findings.findIndex(same);
}

// Takes up what an earlier visit left, by the fingerprints of the findings.
function restore() {
  try {
    const kept = (JSON.parse(localStorage.getItem(storageKey)) ?? []).filter(
      ([fingerprint, , { decision, suggestion, reason }]) =>
        typeof fingerprint === "string" &&
        (decision === "accept" || decision === "dismiss") &&
        (suggestion === null || typeof suggestion === "string") &&
        typeof reason === "string"
    );
    const numbered = kept.map(([fingerprint, before, decision]) => [numberOf(fingerprint, before), decision]);
    others = kept.filter((_, place) => numbered[place][0] < 0);
    const known = numbered.filter(([number]) => number >= 0);
    if (known.length) put(known.map(([number, { decision, suggestion, reason }]) => [number, { decision, suggestion, reason }]));
  } catch {
    // Nothing kept, or not by us.
  }
}
