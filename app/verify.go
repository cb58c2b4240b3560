package app

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"time"

	"sealdesk/domain"
	"sealdesk/pdf/child"
	"sealdesk/seal/check"
)

// VerifyOptions say how a signed file is judged.
type VerifyOptions struct {
	Trust    []string  // PEM files with anchors
	At       time.Time // zero means now
	Password string
	Exe      string
}

// VerifyReport is the answer of `sealdesk verify`.
type VerifyReport struct {
	File string `json:"file"`
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
func VerifyFile(ctx context.Context, path string, o VerifyOptions) (r VerifyReport, err error) {
	pdf, err := ReadDocument(path)
	if err != nil {
		return r, err
	}
	request := verifyRequest{At: o.At, Password: o.Password}
	if request.At.IsZero() {
		request.At = time.Now()
	}
	for _, file := range o.Trust {
		roots, err := anchors(file)
		if err != nil {
			return r, err
		}
		for _, root := range roots {
			request.Roots = append(request.Roots, root.Raw)
		}
	}
	r.File = path
	run := child.Options{Exe: o.Exe, Args: []string{ChildCommand, ChildVerify}, Time: 30 * time.Second}
	_, err = child.Run(ctx, run, request, pdf, &r.Report)
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

// anchors reads the certificates of a PEM file.
func anchors(path string) ([]*x509.Certificate, error) {
	rest, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return nil, errors.Join(errUsage, err)
	}
	var roots []*x509.Certificate
	for {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		root, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, domain.Fail(domain.CodeCertificate, path).Because(err)
		}
		roots = append(roots, root)
	}
	if len(roots) == 0 {
		return nil, domain.Fail(domain.CodeCertificate, path)
	}
	return roots, nil
}
