package app

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/keys"
)

// VerifyOptions say how a signed file is judged.
type VerifyOptions struct {
	Trust    [][]byte  // anchors: certificates in DER
	At       time.Time // zero means now
	Password string
	Exe      string
}

// VerifyReport is the answer of `sealdesk verify`.
type VerifyReport struct {
	File string
	check.Report
}

// Verdict sums a report up.
type Verdict = check.Verdict

// VerdictValid is the only verdict that is a yes.
const VerdictValid = check.Valid

// verifyRequest is what the child is asked.
type verifyRequest struct {
	Roots    [][]byte  `json:"roots"` // DER
	At       time.Time `json:"at"`
	Password string    `json:"password"`
}

// VerifyFile judges the signatures of a file. The file is a stranger's: it is read in a process with limits.
func VerifyFile(ctx context.Context, file File, o VerifyOptions) (r VerifyReport, err error) {
	request := verifyRequest{Roots: o.Trust, At: o.At, Password: o.Password}
	if request.At.IsZero() {
		request.At = time.Now()
	}
	r.File = file.Name
	run := child.Options{Exe: o.Exe, Args: []string{ChildCommand, ChildVerify}, Time: 30 * time.Second}
	_, err = child.Run(ctx, run, request, file.Content, &r.Report)
	var failure *child.Failure
	if errors.As(err, &failure) {
		return r, domain.Fail(domain.Code(failure.Name), failure.Text).Because(err)
	}
	if errors.Is(err, child.ErrCost) || errors.Is(err, child.ErrCrashed) {
		return r, domain.Fail(domain.CodeDocLimits).Because(err)
	}
	return r, err
}

// verifyInChild is the child's side.
func verifyInChild(_ context.Context, request json.RawMessage, pdf []byte) (any, []byte, error) {
	var q verifyRequest
	if err := json.Unmarshal(request, &q); err != nil {
		return nil, nil, err
	}
	o := check.Options{At: q.At, Password: q.Password}
	for _, der := range q.Roots {
		root, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, nil, err
		}
		o.Roots = append(o.Roots, root)
	}
	report, err := check.Verify(pdf, o)
	if code := domain.CodeOf(err); code != "" {
		return nil, nil, child.Fail(string(code), err)
	}
	return report, nil, err
}

// Anchors returns the certificates in the content of a PEM file, in DER. Error: CodeCertificate when one cannot be read,
// and when there is none.
func Anchors(file File) ([][]byte, error) {
	roots, err := keys.ParsePEM(file.Name, file.Content)
	der := make([][]byte, 0, len(roots))
	for _, root := range roots {
		der = append(der, root.Raw)
	}
	return der, err
}
