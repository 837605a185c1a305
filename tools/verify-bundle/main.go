// Verify-bundle says whether an audit bundle is whole and unchanged, from docs/ledger-format.md alone: no code of Paizhao's.
// Hashes are texts of 64 hexadecimal digits throughout.
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
	"math/bits"
	"os"
	"regexp"
	"strings"
)

type bundle struct {
	files    map[string]*zip.File
	hashes   map[string]string
	findings []map[string]any
}
type note struct { // of a checkpoint: origin, number of leaves, root; who signed with what
	text, origin, root string
	size               int64
	signatures         [][]string
}
type checkpoint struct { // of proofs.json; its seal says number, heads and a key: name, id, 32 bytes
	Note, Seal             string
	SealProof, Consistency []string
	*note
	number float64
	heads  string
	key    []string
}
type stream struct {
	Stream, File, Heads string
	Siblings            []string
}
type part struct { // manifest.json or proofs.json
	Format, License, CreatedAt string
	V                          int
	Simulated                  *bool
	Files                      []struct{ Name, Sha256 string }
	Checkpoints                []checkpoint
	Streams                    []stream
}

func main() {
	key, file := flag.String("key", "", "`fingerprint` of a key"), flag.String("checkpoint", "", "`file` with a checkpoint")
	flag.Parse()
	text, _ := os.ReadFile(*file)
	given := readNote(strings.TrimSpace(string(text)) + "\n")
	refuseIf(*key != "" && !isHash(*key) || *file != "" && given == nil, "no fingerprint, or no checkpoint in the file")
	archive, err := zip.OpenReader(flag.Arg(0))
	refuseIf(err != nil, "%s: %v", flag.Arg(0), err)
	b := &bundle{map[string]*zip.File{}, map[string]string{}, []map[string]any{}}
	for _, f := range archive.File {
		refuseIf(climbs.MatchString(f.Name) || b.files[f.Name] != nil, "%q climbs, or is there twice", f.Name)
		refuseIf(f.UncompressedSize64 > 1<<20+200*f.CompressedSize64 || f.Flags&0x41 != 0, "%q grows, or is encrypted", f.Name)
		b.files[f.Name] = f
	}
	b.verify(*key, given)
	verdict := map[bool]string{true: "anchored", false: "consistent-not-anchored"}[*key != "" || given != nil]
	if len(b.findings) > 0 {
		verdict = "broken"
	}
	answer, _ := json.MarshalIndent(map[string]any{"verdict": verdict, "findings": b.findings}, "", " ")
	fmt.Println(string(answer))
	os.Exit(min(len(b.findings), 1))
}

func refuseIf(bad bool, format string, values ...any) {
	if bad {
		fmt.Fprintf(os.Stderr, format+"\n", values...)
		os.Exit(2)
	}
}

func (b *bundle) check(holds bool, kind, file, stream, field string, seq float64) {
	if !holds {
		b.findings = append(b.findings, map[string]any{"kind": kind, "file": file, "stream": stream, "field": field, "seq": seq})
	}
}

func (b *bundle) verify(key string, given *note) {
	var m, proofs part
	named, listed := map[string]bool{"manifest.json": true}, map[string]bool{}
	wanted := map[string]string{"manifest.json": "", "proofs.json": "", "documents.json": "", "deadlines.json": "", "deliveries.json": ""}
	isNamed := b.json("manifest.json", &m, func() bool {
		whole := m.Format == "paizhao-audit" && m.V == 1 && m.License != "" && m.CreatedAt != "" && m.Simulated != nil && m.Files != nil
		for _, file := range m.Files {
			whole, named[file.Name], wanted[file.Name] = whole && isHash(file.Sha256), true, file.Sha256
		}
		return whole && len(named) == len(m.Files)+1
	})
	isProven := b.json("proofs.json", &proofs, func() bool {
		whole := proofs.Checkpoints != nil && proofs.Streams != nil
		for i := range proofs.Checkpoints {
			whole = proofs.Checkpoints[i].read() && whole
		}
		for _, s := range proofs.Streams {
			whole, listed[s.Stream], listed["/"+s.File] = whole && isHash(s.Siblings...), true, true
		}
		return whole && len(listed) == 2*len(proofs.Streams)
	})
	if isProven {
		b.checkpoints(proofs.Checkpoints, key, given)
		for _, s := range proofs.Streams {
			wanted[s.File] += ""
			b.stream(s, proofs.Checkpoints)
		}
		b.check(!isNamed || listed["license/"+m.License], "missing-part", "proofs.json", "license/"+m.License, "", 0)
	}
	for name, hash := range wanted {
		b.read(name, func(io.Reader) {})
		b.check(b.files[name] != nil, "missing-part", name, "", "", 0)
		b.check(b.files[name] == nil || !isNamed || hash == "" || b.hashes[name] == hash, "changed-part", name, "", "", 0)
	}
	for name := range b.files {
		b.check(!isNamed || strings.HasSuffix(name, "/") || named[name] && (listed["/"+name] || !isProven || !strings.HasPrefix(name, "streams/")), "strange-part", name, "", "", 0)
	}
}

func (b *bundle) checkpoints(all []checkpoint, key string, given *note) {
	known, same := key == "", given == nil
	for i, c := range all {
		newest, fault := all[len(all)-1], func(holds bool, field string) { b.check(holds, "checkpoint", "proofs.json", "", field, c.number) }
		root := sum("00", inHex(c.Seal)) // the last leaf: all others are to its left
		for _, left := range c.SealProof {
			root = sum("01", left, root)
		}
		taken, beside := 0, append(c.Consistency, "", "")
		next := func() string { taken++; return beside[min(taken, len(beside))-1] }
		before, after := roots(c.size, newest.size, c.root, next)
		fault(root == c.root, "seal")
		fault(c.signedBy(c.key) && c.signedBy(all[max(i-1, 0)].key), "signature")
		fault(c.origin == newest.origin, "origin")
		fault(before == c.root && after == newest.root && taken == len(c.Consistency), "consistency")
		fault(given == nil || given.size != c.size || given.root == c.root && given.origin == c.origin, "root")
		known, same = known || sum(inHex(c.key[2])) == key, same || given.size == c.size
	}
	b.check(known, "key", "proofs.json", "", "", 0)
	b.check(same, "checkpoint", "proofs.json", "", "size", 0)
}

// stream walks a chain, and compares its end with what the newest checkpoint says of it.
func (b *bundle) stream(s stream, checkpoints []checkpoint) {
	var in, recorded, stored, sealed, there string
	var seq, lines, sealedSeq float64
	last, whole, ended, start := strings.Repeat("0", 64), true, false, len(b.findings)
	say := func(holds bool, field string, seq float64) { b.check(holds, "entry", s.File, s.Stream, field, seq) }
	_, line, _ := strings.Cut("\n"+s.Heads, "\n"+s.Stream+" ")
	fmt.Sscanf(line, "%f %s", &sealedSeq, &sealed)
	next := func(line string) bool { // false where it is no line of an export
		m, written := parse(line)
		head, at, hash, prev, body := as[map[string]any](m, "head"), as[float64](m, "seq"), as[string](m, "hash"), as[string](m, "prev"), as[string](m, "body")
		if lines++; m == nil || ended {
			return false
		} else if in == "" {
			in = as[string](m, "stream")
			say(written+"\n" == line && len(m) == 6, "line", 0)
			return m["format"] == "paizhao-ledger" && m["version"] == "0.1.0" && (m["simulated"] == true || m["simulated"] == false)
		} else if head != nil {
			ended, at, hash = true, as[float64](head, "seq"), as[string](head, "hash")
			say(at == seq && hash == last, "head", at)
			say(written+"\n" == line && len(m) == 1 && len(head) == 2, "line", at)
			return isHash(hash)
		}
		e, canonical := parse(body)
		isEntry := len(e) == 10
		say(at == seq+1, "seq", min(at, seq+1))
		say(at != seq+1 || prev == last, "prev", at)
		say(written+"\n" == line && len(m) == 4, "line", at)
		say(sum("00", prev, inHex(body)) == hash && isEntry && canonical == body, "body", at)
		say(!isEntry || e["stream"] == in && e["seq"] == at, "stream", at)
		say(!isEntry || as[string](e, "recordedAt") >= recorded && as[string](e, "storedAt") >= stored, "recordedAt", at)
		if seq, last, recorded, stored = at, hash, as[string](e, "recordedAt"), as[string](e, "storedAt"); seq == sealedSeq {
			there = hash
		}
		return at >= 1 && at == float64(int64(at)) && isHash(hash, prev) && m["body"] != nil
	}
	b.read(s.File, func(part io.Reader) {
		r := bufio.NewReaderSize(part, 16<<20)
		for line, _ := r.ReadSlice('\n'); whole && len(line) > 0; line, _ = r.ReadSlice('\n') {
			whole = next(string(line))
		}
	})
	if !whole || !ended {
		b.findings = b.findings[:start]
		b.check(b.files[s.File] == nil, "form", s.File, s.Stream, "", max(lines-1, 0))
		return
	}
	b.check(in == s.Stream, "form", s.File, s.Stream, "stream", 0)
	anchored := len(checkpoints) > 0 && len(s.Siblings) == 16 && s.headsRoot() == checkpoints[len(checkpoints)-1].heads
	b.check(anchored || len(checkpoints) == 0, "checkpoint", s.File, s.Stream, "heads", 0)
	b.check(!anchored || seq >= sealedSeq, "cut", s.File, s.Stream, "", seq+1)
	say(!anchored || seq < sealedSeq || there == sealed, "hash", sealedSeq)
}

// headsRoot is where the text of a bucket and the 16 hashes beside its way lead.
func (s stream) headsRoot() string {
	bucket, root := 0, sum("02", inHex(s.Heads))
	fmt.Sscanf(sum(inHex(s.Stream))[:4], "%x", &bucket)
	for level, beside := range s.Siblings {
		pair, right := []string{root, beside}, bucket>>level&1
		root = sum("03", pair[right], pair[1-right])
	}
	return root
}

// read hands a part's bytes to take, and what that leaves to the hash alone; the ZIP's check sum would prove nothing.
func (b *bundle) read(name string, take func(io.Reader)) {
	if b.files[name] == nil || b.hashes[name] != "" {
		return
	}
	file, err := b.files[name].Open()
	refuseIf(err != nil, "%q: %v", name, err)
	all := sha256.New()
	rest := io.TeeReader(file, all)
	take(rest)
	_, err = io.Copy(io.Discard, rest)
	refuseIf(err != nil && err != zip.ErrChecksum, "%q: %v", name, err)
	b.hashes[name] = hex.EncodeToString(all.Sum(nil))
}

// json reads a part of canonical JSON into value; false where it has another form.
func (b *bundle) json(name string, value *part, whole func() bool) bool {
	text, there := []byte{}, b.files[name] != nil
	b.read(name, func(r io.Reader) { text, _ = io.ReadAll(io.LimitReader(r, 64<<20)) })
	_, canonical := parse(string(text))
	isWhole := there && json.Unmarshal(text, value) == nil && whole()
	b.check(!there || !json.Valid(text) || canonical == string(text), "form", name, "", "canonical", 0)
	b.check(!there || isWhole, "form", name, "", "", 0)
	return isWhole
}

// parse gives an object, and the one form of its text after RFC 8785 (all names of members are ASCII).
func parse(text string) (m map[string]any, canonical string) {
	var out strings.Builder
	encoder := json.NewEncoder(&out) // writes numbers as ECMAScript does, and two escapes too many
	encoder.SetEscapeHTML(false)
	if json.Unmarshal([]byte(text), &m) != nil || encoder.Encode(m) != nil {
		return nil, ""
	}
	return m, strings.NewReplacer(`\\`, `\\`, `\u2028`, "\u2028", `\u2029`, "\u2029").Replace(strings.TrimSuffix(out.String(), "\n"))
}

func as[T any](m map[string]any, name string) T {
	value, _ := m[name].(T)
	return value
}

var climbs = regexp.MustCompile(`^/|[\\:]|(^|/)\.\.(/|$)`)
var noteForm = regexp.MustCompile(`^(([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n)\n((?:— [^\s+]+ \S+\n){1,16})$`)
var sealForm = regexp.MustCompile(`^\{(?:"continues":\{"gone":\d+,"kept":\d+,"origin":"[^"\\]+","root":"[0-9a-f]{64}","size":\d+\},)?"format":"paizhao-seal","heads":"([0-9a-f]{64})","key":"([^+\s"\\]+)\+([0-9a-f]{8})\+([^\s"\\]+)","number":([1-9]\d*),"sealedAt":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","v":1\}$`)
var signForm = regexp.MustCompile(`— (\S+) (\S+)\n`)
var hashForm = regexp.MustCompile(`^\[("[0-9a-f]{64}" ?)*\]$`)

func isHash(all ...string) bool { return all != nil && hashForm.MatchString(fmt.Sprintf("%q", all)) }

func readNote(text string) *note {
	parts := noteForm.FindStringSubmatch(text)
	if parts == nil || len(unBase64(parts[4])) != 32 {
		return nil
	}
	n := note{text: parts[1], origin: parts[2], root: inHex(unBase64(parts[4]))}
	fmt.Sscan(parts[3], &n.size)
	for _, words := range signForm.FindAllStringSubmatch(parts[5], -1) {
		if n.signatures = append(n.signatures, []string{words[1], unBase64(words[2])}); len(unBase64(words[2])) < 5 {
			return nil
		}
	}
	return &n
}

func (c *checkpoint) read() bool {
	parts := sealForm.FindStringSubmatch(c.Seal)
	if c.note = readNote(c.Note); c.note == nil || parts == nil {
		return false
	}
	typed := unBase64(parts[4])
	c.heads, c.key = parts[1], []string{parts[2], sum(inHex(parts[2] + "\n" + typed))[:8], strings.TrimPrefix(typed, "\x01")}
	fmt.Sscan(parts[5], &c.number)
	return len(c.key[2]) == 32 && len(typed) == 33 && c.key[1] == parts[3] && isHash(c.SealProof...) && isHash(c.Consistency...)
}

// signedBy: the key signed it, and nobody else in its name.
func (n *note) signedBy(key []string) bool {
	var signed, others bool
	for _, by := range n.signatures {
		own := by[0] == key[0] && inHex(by[1][:4]) == key[1]
		good := own && ed25519.Verify(ed25519.PublicKey(key[2]), []byte(n.text), []byte(by[1][4:]))
		signed, others = signed || good, others || own && !good
	}
	return signed && !others
}

// roots of the first leaves and of all leaves that a consistency proof leads to (RFC 9162, 2.1.4.1); next takes from the proof.
func roots(first, all int64, known string, next func() string) (before, after string) {
	if first < 1 || first >= all {
		if known == "" || first != all {
			known = next()
		}
		return known, known
	}
	half := int64(1) << (bits.Len64(uint64(all-1)) - 1)
	if first <= half {
		before, after = roots(first, half, known, next)
		return before, sum("01", after, next())
	}
	before, after = roots(first-half, all-half, "", next)
	left := next()
	return sum("01", left, before), sum("01", left, after)
}

func sum(digits ...string) string {
	bytes, _ := hex.DecodeString(strings.Join(digits, ""))
	hash := sha256.Sum256(bytes)
	return hex.EncodeToString(hash[:])
}

func inHex(bytes string) string { return hex.EncodeToString([]byte(bytes)) }

// unBase64 takes the one form with padding; "" for any other.
func unBase64(text string) string {
	bytes, err := base64.StdEncoding.DecodeString(text)
	return map[bool]string{true: string(bytes)}[err == nil && base64.StdEncoding.EncodeToString(bytes) == text]
}
