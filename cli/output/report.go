package output

import (
	"time"

	"campus.example/sealdesk/app"
)

// Report is what became of a document's signatures.
type Report struct {
	File       string            `json:"file"`
	Verdict    string            `json:"verdict"`
	Certified  bool              `json:"certified"`
	Locked     bool              `json:"locked"`
	Removed    int               `json:"removed"`
	Signatures []ReportSignature `json:"signatures"`
}

// ReportSignature is one signature of the document, oldest first.
type ReportSignature struct {
	Field               string     `json:"field"`
	Kind                string     `json:"kind"`
	Signer              string     `json:"signer"`
	SubFilter           string     `json:"subfilter"`
	Level               string     `json:"level"`
	Digest              string     `json:"digest"`
	Intact              bool       `json:"intact"`
	Trusted             bool       `json:"trusted"`
	CoversWholeRevision bool       `json:"covers_whole_revision"`
	ChangesAfter        string     `json:"changes_after"`
	SigningTime         *time.Time `json:"signing_time"`
	TimestampTime       *time.Time `json:"timestamp_time"`
	Reason              string     `json:"reason"`
}

// ReportOf returns the shape of a report.
func ReportOf(r app.VerifyReport) Report {
	out := Report{
		File: r.File, Verdict: string(r.Verdict), Certified: r.Certified, Locked: r.Locked, Removed: r.Removed,
		Signatures: make([]ReportSignature, 0, len(r.Signatures)),
	}
	for _, s := range r.Signatures {
		out.Signatures = append(out.Signatures, ReportSignature(s))
	}
	return out
}

// Report prints a report: the verdict, a table of signatures and the reasons behind it.
func (p Printer) Report(r Report) error {
	w := p.Text.CLI.Verify
	verdict := map[string]string{
		string(app.VerdictValid): w.Valid, "invalid": w.Invalid, "indeterminate": w.Indeterminate, "unsigned": w.Unsigned,
	}[r.Verdict]
	lines := [][2]any{{w.File, r.File}, {w.Verdict, verdict}}
	if r.Removed > 0 {
		lines = append(lines, [2]any{w.Removed, r.Removed})
	}
	for _, l := range lines {
		if err := p.Say("{0}: {1}", l[0], l[1]); err != nil {
			return err
		}
	}
	if len(r.Signatures) == 0 {
		return nil
	}
	rows := make([][]string, 0, len(r.Signatures))
	for _, s := range r.Signatures {
		rows = append(rows, []string{
			s.Field, pick(s.Kind == "act", w.Act, w.Timestamp), s.Signer, s.Level, pick(s.Intact, w.Intact, w.Broken),
			pick(s.Trusted, w.Trusted, w.NotTrusted), signed(s.SigningTime),
		})
	}
	if err := p.Table(p.Text.CLI.Tables.Signatures, rows); err != nil {
		return err
	}
	for _, s := range r.Signatures {
		if s.Reason == "" {
			continue
		}
		if err := p.Say("{0}: {1}: {2}", s.Field, w.Reason, s.Reason); err != nil {
			return err
		}
	}
	return nil
}

func signed(t *time.Time) string {
	if t == nil {
		return ""
	}
	return moment(*t)
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
