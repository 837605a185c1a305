package main

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const vectors = "../../docs/ledger-vectors/"

func load(t *testing.T, name string, value any) {
	text, err := os.ReadFile(vectors + name)
	if err == nil {
		err = json.Unmarshal(text, value)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestKeysAreNamedAsTheVectorsSay(t *testing.T) {
	var keys []struct{ PublicKey, Id, VerifierKey, Fingerprint string }
	load(t, "keys.json", &keys)
	for _, key := range keys {
		name, _, _ := strings.Cut(key.VerifierKey, "+")
		if sum(key.PublicKey) != key.Fingerprint || sum(inHex(name+"\n\x01"), key.PublicKey)[:8] != key.Id {
			t.Errorf("another id or fingerprint than %s", key.VerifierKey)
		}
	}
}

func TestEntriesAreChainedAsTheVectorsSay(t *testing.T) {
	var entries []struct{ Prev, Body, Hash string }
	load(t, "chain.json", &entries)
	for _, entry := range entries {
		if _, canonical := parse(entry.Body); canonical != entry.Body {
			t.Errorf("not canonical: %s", entry.Body)
		}
		if sum("00", entry.Prev, inHex(entry.Body)) != entry.Hash {
			t.Errorf("another hash than %s", entry.Hash)
		}
	}
}

func TestConsistencyIsProvenAsTheVectorsSay(t *testing.T) {
	var tree struct {
		Roots       []string
		Consistency []struct {
			From, To int64
			Proof    []string
		}
	}
	load(t, "tree.json", &tree)
	for _, each := range tree.Consistency {
		old, young := roots(each.From, each.To, each.Proof, tree.Roots[each.From-1])
		if old != tree.Roots[each.From-1] || young != tree.Roots[each.To-1] {
			t.Errorf("from %d to %d: another root", each.From, each.To)
		}
	}
}

func TestHeadsAreProvenAsTheVectorsSay(t *testing.T) {
	var heads struct {
		Root   string
		Proofs []struct {
			Stream, Text string
			Proof        []string
		}
	}
	load(t, "heads.json", &heads)
	for _, each := range heads.Proofs {
		bucket, _ := strconv.ParseInt(sum(inHex(each.Stream))[:4], 16, 32)
		if root := climb("03", sum("02", inHex(each.Text)), each.Proof, int(bucket)); root != heads.Root {
			t.Errorf("%s: another root", each.Stream)
		}
	}
}

func TestCheckpointsAreSignedAsTheVectorsSay(t *testing.T) {
	files, _ := filepath.Glob(vectors + "0*.jsonl")
	var before *checkpoint
	for _, file := range files {
		text, _ := os.ReadFile(file)
		c := checkpoint{SealProof: []string{}, Consistency: []string{}}
		for _, line := range strings.Split(string(text), "\n") {
			json.Unmarshal([]byte(line), &c)
		}
		if !c.read() || !c.signedBy(&c) || before != nil && c.origin == before.origin && !c.signedBy(before) {
			t.Errorf("%s: not signed", file) // by the key of before too, where it is the same log
		}
		before = &c
	}
	if len(files) != 4 {
		t.Errorf("%d records", len(files))
	}
}

func TestTextsAreWrittenAsRfc8785Has(t *testing.T) {
	for _, text := range []string{`{"a":"\u2028 \b\f\n\r\t\"\\\u001f<>&` + "\u2028\u2029\u007f" + `"}`, `{"a":"\\u2028"}`, `{"a":[0,-1,1e+21,1e-7,0.1,100000]}`} {
		_, canonical := parse(text)
		want := strings.Replace(text, `\u2028 `, "\u2028 ", 1)
		if canonical != want {
			t.Errorf("%s is written %s (%s)", text, canonical, hex.EncodeToString([]byte(canonical)))
		}
	}
}

func TestTheProgramIsShortEnoughToBeRead(t *testing.T) {
	files, _ := filepath.Glob("*.go")
	lines := 0
	for _, file := range files {
		if text, _ := os.ReadFile(file); !strings.HasSuffix(file, "_test.go") {
			lines += strings.Count(string(text), "\n")
		}
	}
	if lines == 0 || lines > 300 {
		t.Errorf("%d lines in all; at most 300", lines)
	}
}
