// Verify-bundle says whether an audit bundle is whole and unchanged, after docs/ledger-format.md alone; README.md has its limits.
package main

import (
	"archive/zip"
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/bits"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
)

type checkpoint struct { // as in proofs.json, then what its note and its seal say; `limit` is five minutes before it was sealed
	Note, Seal, text, origin, root, signer, publicKey, limit string
	SealProof, Consistency                                   []string
	size                                                     int64
	seal, continues                                          map[string]any
	signatures                                               [][]string // of each a dash, the name, and base64
}
type stream struct {
	Stream, File, Heads string
	Siblings            []string
}
type part struct { // manifest.json or proofs.json
	Format, License, CreatedAt string
	V, Simulated               any
	Files                      []struct{ Name, Sha256 string }
	Checkpoints                []*checkpoint
	Streams                    []stream
}

var files, hashes = map[string]*zip.File{}, map[string]string{} // of the bundle, by name; the hashes of those that were read
var findings, lines, continues, isNewer = []map[string]any{}, bufio.NewReaderSize(nil, 16<<20), map[string]any(nil), false
var fewerEscapes = strings.NewReplacer(`\\`, `\\`, `\"`, `\"`, `\u003c`, "<", `\u003e`, ">", `\u0026`, "&", `\u2028`, "\u2028", `\u2029`, "\u2029", `":-0,`, `":0,`, `":-0}`, `":0}`)
var own, unclear = []string{"", "", ""}, regexp.MustCompile(`^/|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[^ -~]`) // `own`: the streams that count, which are the license's, its deliveries', its company's
var noteForm = regexp.MustCompile(`^(([!#-*,-\[\]-~]+)\n([1-9]\d{0,14})\n([^\n]+)\n)\n((?:— [!#-*,-\[\]-~]+ [A-Za-z0-9+/=]+\n){1,16})$`)
var sealForm = regexp.MustCompile(`^\{(?:"continues":(?:\{"gone":(?:0|[1-9]\d{0,14}),"kept":(?:0|[1-9]\d{0,14}),"origin":"[!#-*,-\[\]-~]+","root":"[0-9a-f]{64}","size":(?:0|[1-9]\d{0,14})\}),)?"format":"paizhao-seal","heads":"[0-9a-f]{64}","key":"([!#-*,-\[\]-~]+)\+([0-9a-f]{8})\+(\S+)","number":[1-9]\d{0,14},"sealedAt":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","v":1\}$`)

const memberNames = `"checkpoints":"consistency":"createdAt":"file":"files":"format":"from":"heads":"license":"name":"note":"release":"seal":"sealProof":"sha256":"siblings":"simulated":"stream":"streams":"to":"v":`

var nameForm, streamForm = regexp.MustCompile(`"(?:[^"\\]|\\.)*":(?:null)?`), regexp.MustCompile(`^[a-z]+(/[0-9a-z-]+)?$`)
var headsForm, hashForm = regexp.MustCompile(`^([a-z]+(/[0-9a-z-]+)? [1-9]\d{0,14} [0-9a-f]{64}\n)*$`), regexp.MustCompile(`^\[("[0-9a-f]{64}" ?)*\]$`)
var timesForm = regexp.MustCompile(`^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ?){2}$`)

func main() {
	key, file := flag.String("key", "", "`fingerprint` of a key"), flag.String("checkpoint", "", "`file` with a checkpoint")
	flag.Parse()
	text, _ := os.ReadFile(*file)
	given := checkpoint{Note: strings.TrimSpace(strings.TrimPrefix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\ufeff")) + "\n"}
	refuseIf(*key != "" && !isHash(*key) || *file != "" && !given.readNote(), "no fingerprint, or no checkpoint in the file")
	archive, err := zip.OpenReader(flag.Arg(0))
	refuseIf(err != nil || archive.Comment != "", "%s: no ZIP, or one with a comment (%v)", flag.Arg(0), err)
	for _, f := range archive.File {
		refuseIf(f.UncompressedSize64 > 1<<20+200*f.CompressedSize64 || f.Flags&0x41 != 0 || unclear.MatchString(f.Name) || files[f.Name] != nil, "%q grows, is encrypted, climbs, or is there twice", f.Name)
		files[f.Name] = f
	}
	verdict := map[bool]string{true: "anchored", false: "consistent-not-anchored"}[verify(*key, given) && (*key != "" || *file != "")]
	verdict = map[bool]string{true: "checkpoint-newer", false: verdict}[isNewer]
	verdict = map[bool]string{true: "broken", false: verdict}[len(findings) > 0]
	json.NewEncoder(os.Stdout).Encode(map[string]any{"verdict": verdict, "continues": continues, "findings": findings})
	os.Exit(map[string]int{"broken": 1, "checkpoint-newer": 3}[verdict])
}

func refuseIf(bad bool, format string, values ...any) {
	if bad {
		fmt.Fprintf(os.Stderr, format+"\n", values...)
		os.Exit(2)
	}
}

func check(holds bool, kind, file, stream, field string, seq float64) {
	if !holds && (files[file] != nil || kind == "missing-part") { // of a part that is not there nothing else is said
		findings = append(findings, map[string]any{"kind": kind, "file": file, "stream": stream, "field": field, "seq": seq})
	}
}

func verify(key string, given checkpoint) (isSealed bool) { // whether the newest checkpoint is over any entry of the license
	var m, proofs part
	wanted := map[string]string{"manifest.json": "", "proofs.json": "", "documents.json": "", "deadlines.json": "", "deliveries.json": ""}
	isNamed := readJSON("manifest.json", &m) && m.Format == "paizhao-audit" && m.V == 1.0 && m.License != "" && m.CreatedAt != "" && fmt.Sprintf("%T", m.Simulated) == "bool" && m.Files != nil
	for _, file := range m.Files {
		isNamed = isNamed && isHash(file.Sha256) && wanted[file.Name] == "" && file.Name != "manifest.json"
		wanted[file.Name] = file.Sha256
	}
	own[0], own[1] = "license/"+m.License, "delivery/"+m.License
	listed, isProven := map[string]string{}, readJSON("proofs.json", &proofs) && proofs.Checkpoints != nil && proofs.Streams != nil
	isProven = isProven && !slices.ContainsFunc(proofs.Checkpoints, func(c *checkpoint) bool { return c == nil || !c.read() })
	for _, s := range proofs.Streams {
		isProven = isProven && streamForm.MatchString(s.Stream) && s.File != "" && isHash(s.Siblings...) && listed[s.Stream]+listed["/"+s.File] == ""
		listed[s.Stream], listed["/"+s.File], wanted[s.File] = s.File, s.Stream, wanted[s.File]
	}
	check(isNamed, "form", "manifest.json", "", "", 0)
	check(isProven, "form", "proofs.json", "", "", 0)
	if isProven {
		checkpoints(proofs.Checkpoints, key, given)
		newest := append([]*checkpoint{{}}, proofs.Checkpoints...)[len(proofs.Checkpoints)] // an empty one where there is none
		for _, s := range proofs.Streams {
			isSealed = walk(s, m, isNamed, newest) > 0 && s.Stream == own[0] || isSealed
		}
		lacking := slices.DeleteFunc(slices.Clone(own), func(name string) bool { return name == "" || listed[name] != "" })
		check(!isNamed || len(lacking) == 0, "missing-part", "proofs.json", strings.Join(lacking, " "), "", 0)
	}
	for name, hash := range wanted {
		read(name, func(string) {})
		check(files[name] != nil || !isNamed && hash != "", "missing-part", name, "", "", 0)
		check(!isNamed || hash == "" || hashes[name] == hash, "changed-part", name, "", "", 0)
	}
	for name := range files {
		of := listed["/"+name]
		isStranger := isProven && (of == "" && strings.HasPrefix(name, "streams/") || of != "" && own[2] != "" && !slices.Contains(own, of))
		check(!isNamed || wanted[name] != "" && !isStranger || name == "manifest.json" || strings.HasSuffix(name, "/"), "strange-part", name, of, "", 0)
	}
	return isSealed
}

func checkpoints(all []*checkpoint, key string, given checkpoint) {
	known, same, begun := key == "", given.text == "", &checkpoint{}
	isOther := !same && len(all) > 0 && given.origin != all[len(all)-1].origin
	for i, c := range all {
		newest, number := all[len(all)-1], as[float64](c.seal, "number")
		fault := func(holds bool, field string) { check(holds, "checkpoint", "proofs.json", "", field, number) }
		before, after := roots(c.size, newest.size, c.Consistency, c.root)
		fault(climb("01", sum("00", inHex(c.Seal)), c.SealProof, -1) == c.root && len(c.SealProof) == bits.OnesCount64(uint64(c.size-1)), "seal") // the last leaf
		fault(c.signedBy(c) && c.signedBy(all[max(i-1, 0)]), "signature")
		fault(c.origin == newest.origin, "origin")
		fault(before == c.root && after == newest.root && (c.size < newest.size) == (len(c.Consistency) > 0), "consistency")
		fault((number == 1 || c.continues != nil) == (i == 0), "first")
		fault(given.text == "" || isOther || given.size != c.size || given.root == c.root, "root")
		begun = map[bool]*checkpoint{true: c, false: begun}[c.continues != nil]
		known, same = known || sum(inHex(c.publicKey)) == key, same || given.size == c.size
	}
	check(known, "key", "proofs.json", "", "", 0)
	isNewer = !same && !isOther && len(all) > 0 && given.size > all[len(all)-1].size
	check(same || isOther || isNewer, "checkpoint", "proofs.json", "", "size", 0)
	continues = begun.continues
	isBefore, more := given.origin == continues["origin"], float64(given.size)-as[float64](continues, "size")
	check(!isOther, "other-log", "proofs.json", "", map[bool]string{true: "predecessor", false: "unknown"}[isBefore], 0)
	check(!isOther || !isBefore || more < 0 || more == 0 && given.root == continues["root"], "checkpoint", "proofs.json", "", "continues", as[float64](begun.seal, "number"))
}

func walk(s stream, m part, isNamed bool, newest *checkpoint) (sealedSeq float64) { // along a chain, and to what the newest checkpoint says of it
	var header, before, head map[string]any // the first line, the body before, what the last line says
	last, sealed, seq, count, whole, start := strings.Repeat("0", 64), "", 0.0, 0.0, true, len(findings)
	say := func(holds bool, field string, seq float64) { check(holds, "entry", s.File, s.Stream, field, seq) }
	bucket := sha256.Sum256([]byte(s.Stream))
	root := climb("03", sum("02", inHex(s.Heads)), s.Siblings, int(bucket[0])<<8|int(bucket[1]))
	isProven := len(s.Siblings) == 16 && headsForm.MatchString(s.Heads) && root == newest.seal["heads"]
	_, line, _ := strings.Cut("\n"+s.Heads, "\n"+s.Stream+" ")
	fmt.Sscan(line, &sealedSeq, &sealed)
	next := func(line string) bool { // false where it is no line of an export
		row, written := parse(line)
		at, hash, prev, body := as[float64](row, "seq"), as[string](row, "hash"), as[string](row, "prev"), as[string](row, "body")
		if count++; header == nil || head != nil { // nothing may come after the head
			header = row
			say(written+"\n" == line && len(row) == 6, "line", 0)
			return head == nil && row["format"] == "paizhao-ledger" && row["version"] == "0.1.0" && fmt.Sprintf("%T%T", row["stream"], row["simulated"]) == "stringbool"
		} else if _, isHead := row["head"]; isHead {
			head = as[map[string]any](row, "head")
			at, hash = as[float64](head, "seq"), as[string](head, "hash")
			say(at == seq && hash == last, "head", at)
			say(written+"\n" == line && len(row) == 1 && len(head) == 2, "line", at)
			return isHash(hash) && isCount(at) && head["seq"] == at
		}
		e, canonical := parse(body)
		recordedAt, storedAt, isOpening := as[string](e, "recordedAt"), as[string](e, "storedAt"), e["type"] == "license-opened" && e["stream"] == own[0]
		isEntry := strings.Join(slices.Sorted(maps.Keys(e)), " ") == "actor commandId data recordedAt seq storedAt stream type v validOn" &&
			timesForm.MatchString(recordedAt+" "+storedAt) && fmt.Sprintf("%T%T", e["stream"], e["type"]) == "stringstring"
		own[2] = map[bool]string{true: "company/" + as[string](as[map[string]any](e, "data"), "companyId"), false: own[2]}[isOpening]
		say(at == seq+1, "seq", min(at, seq+1))
		say(at != seq+1 || prev == last, "prev", at)
		say(written+"\n" == line && len(row) == 4, "line", at)
		say(sum("00", prev, inHex(body)) == hash && isEntry && canonical == body, "body", at)
		say(!isEntry || e["stream"] == header["stream"] && e["seq"] == at, "stream", at)
		say(!isEntry || recordedAt >= as[string](before, "recordedAt") && storedAt >= as[string](before, "storedAt"), "recordedAt", at)
		say(!isEntry || !isProven || at != sealedSeq+1 || storedAt >= newest.limit, "storedAt", at)
		say(!isProven || at != sealedSeq || hash == sealed, "hash", at)
		seq, last, before = at, hash, map[bool]map[string]any{true: e}[isEntry]
		return isCount(at) && at > 0 && isHash(hash, prev) && row["body"] == body
	}
	read(s.File, func(line string) { whole = whole && (line == "" || next(line)) })
	if !whole || head == nil {
		findings = findings[:start]
		check(false, "form", s.File, s.Stream, "", max(count-1, 0))
		return 0
	}
	check(header["stream"] == s.Stream, "form", s.File, s.Stream, "stream", 0)
	check(!isNamed || header["exportedAt"] == m.CreatedAt, "form", s.File, s.Stream, "exportedAt", 0)
	check(!isNamed || header["simulated"] == m.Simulated, "form", s.File, s.Stream, "simulated", 0)
	check(isProven || newest.seal == nil, "checkpoint", s.File, s.Stream, "heads", 0)
	check(!isProven || seq >= sealedSeq, "cut", s.File, s.Stream, "", seq+1)
	return sealedSeq
}

func climb(tag, node string, way []string, turns int) string {
	for level, beside := range way { // from below; where the bit of the level is 1, what is beside stands to the left
		node = sum(tag, []string{node + beside, beside + node}[turns>>level&1])
	}
	return node
}

func read(name string, take func(line string)) { // by lines, longer ones in pieces; the ZIP's check sum would prove nothing
	if files[name] == nil || hashes[name] != "" {
		return
	}
	file, err := files[name].Open()
	all, line := sha256.New(), []byte{}
	lines.Reset(file)
	for err == nil || err == bufio.ErrBufferFull {
		line, err = lines.ReadSlice('\n')
		all.Write(line)
		take(string(line))
	}
	refuseIf(err != io.EOF && err != zip.ErrChecksum, "%q: %v", name, err)
	hashes[name] = hex.EncodeToString(all.Sum(nil))
}

func readJSON(name string, value *part) bool { // false where it has another form
	var text []byte
	read(name, func(line string) { text = append(text, line[:min(len(line), 64<<20-len(text))]...) })
	m, canonical := parse(string(text))
	check(m == nil || canonical == string(text), "form", name, "", "canonical", 0)
	isOther := func(name string) bool { return !strings.Contains(memberNames, name) } // to Go, capitals are as small letters
	return !slices.ContainsFunc(nameForm.FindAllString(canonical, -1), isOther) && json.Unmarshal([]byte(canonical), value) == nil
}

func parse(text string) (m map[string]any, canonical string) { // its one form after RFC 8785, where names of members are ASCII
	json.Unmarshal([]byte(text), &m) // nil where there is none
	written, _ := json.Marshal(m)
	return m, fewerEscapes.Replace(string(written))
}

func as[T any](m map[string]any, name string) T {
	value, _ := m[name].(T)
	return value
}

func (c *checkpoint) readNote() bool {
	parts := append(noteForm.FindStringSubmatch(c.Note), make([]string, 6)...) // empty ones where it has another form
	c.text, c.origin, c.root, c.signatures = parts[1], parts[2], inHex(unBase64(parts[4])), slices.Collect(slices.Chunk(strings.Fields(parts[5]), 3))
	fmt.Sscan(parts[3], &c.size)
	return isHash(c.root) && len([]rune(c.Note)) <= 16384 && !slices.ContainsFunc(c.signatures, func(words []string) bool { return len(unBase64(words[2])) < 5 })
}

func (c *checkpoint) read() bool {
	c.seal, _ = parse(c.Seal)
	parts := append(sealForm.FindStringSubmatch(c.Seal), make([]string, 4)...)
	typed := unBase64(parts[3])
	c.continues, c.signer, c.publicKey = as[map[string]any](c.seal, "continues"), parts[1]+"+"+parts[2], strings.TrimPrefix(typed, "\x01")
	sealedAt, err := time.Parse(time.RFC3339, as[string](c.seal, "sealedAt"))
	c.limit = sealedAt.Add(-5 * time.Minute).Format("2006-01-02T15:04:05.000Z")
	isKey := err == nil && len(c.publicKey) == 32 && len(typed) == 33 && sum(inHex(parts[1] + "\n" + typed))[:8] == parts[2]
	return isKey && as[float64](c.continues, "kept") <= as[float64](c.continues, "size") && c.readNote() && isHash(c.SealProof...) && isHash(c.Consistency...)
}

func (c *checkpoint) signedBy(other *checkpoint) bool { // with the key in its seal, and by nobody else in that name
	isBy := func(words []string) bool { return words[1]+"+"+inHex(unBase64(words[2]))[:8] == other.signer }
	key, text := []byte(other.publicKey), []byte(c.text)
	isForged := func(by []string) bool { return isBy(by) && !ed25519.Verify(key, text, []byte(unBase64(by[2])[4:])) }
	return slices.ContainsFunc(c.signatures, isBy) && !slices.ContainsFunc(c.signatures, isForged)
}

func roots(first, all int64, proof []string, known ...string) (before, after string) { // as in RFC 9162, 2.1.4.1, from the end
	last := len(proof) - 1
	if first < 1 || first >= all || last < 0 {
		one := strings.Join(append(known, proof...), "") // or more, which make no hash
		return one, one
	}
	half := int64(1) << (bits.Len64(uint64(all-1)) - 1)
	if first <= half {
		before, after = roots(first, half, proof[:last], known...)
		return before, sum("01", after, proof[last])
	}
	before, after = roots(first-half, all-half, proof[:last])
	return sum("01", proof[last], before), sum("01", proof[last], after)
}

func isHash(all ...string) bool   { return all != nil && hashForm.MatchString(fmt.Sprintf("%q", all)) } // texts throughout
func isCount(number float64) bool { return number < 1<<53 && number == float64(uint64(number)) }
func inHex(bytes string) string   { return hex.EncodeToString([]byte(bytes)) }

func sum(digits ...string) string {
	bytes, _ := hex.DecodeString(strings.Join(digits, ""))
	return fmt.Sprintf("%x", sha256.Sum256(bytes))
}

func unBase64(text string) string { // of the one form with padding; "" of any other
	bytes, _ := base64.StdEncoding.DecodeString(text)
	return map[bool]string{true: string(bytes)}[base64.StdEncoding.EncodeToString(bytes) == text]
}
