package domain

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// written returns the codes of errors.go by the names of their constants.
func written(t *testing.T) map[string]Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "errors.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]Code{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != len(spec.Names) {
			return true
		}
		for i, name := range spec.Names {
			lit, ok := spec.Values[i].(*ast.BasicLit)
			if !ok {
				t.Fatalf("the value of %s is no literal", name.Name)
			}
			value, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			found[name.Name] = Code(value)
		}
		return true
	})
	if len(found) < 100 {
		t.Fatalf("only %d codes were found: the search is wrong", len(found))
	}
	return found
}

// Every code stands in the table, and nothing else does.
func TestEveryCodeHasItsTraits(t *testing.T) {
	table, names := codes(), map[Code]string{}
	for name, code := range written(t) {
		if other, twice := names[code]; twice {
			t.Errorf("%s and %s are both %q", name, other, code)
		}
		names[code] = name
		traits, listed := table[code]
		if !listed {
			t.Errorf("%s is not in the table", name)
			continue
		}
		if !slices.Contains(Kinds(), traits.kind) {
			t.Errorf("%s is of kind %q, which is not listed", name, traits.kind)
		}
		if traits.signer != "" && (!slices.Contains(Kinds(), traits.signer) || traits.signer == traits.kind) {
			t.Errorf("%s is of kind %q to signers: not listed, or no exception", name, traits.signer)
		}
	}
	for code := range table {
		if names[code] == "" {
			t.Errorf("the table has %q, which is no code", code)
		}
	}
}

// An error without a code counts as a fault of the program, and the work is tried again.
func TestCodeOutsideTheTableIsInternal(t *testing.T) {
	for _, code := range []Code{"", "never_heard_of"} {
		if code.Kind() != KindInternal || code.SignerKind() != KindInternal || !code.Retryable() || code.Recorded() || code.Lasting() {
			t.Errorf("%q: %s, retryable %v, recorded %v, lasting %v", code, code.Kind(), code.Retryable(), code.Recorded(), code.Lasting())
		}
	}
}

// where returns the codes for which is holds, in order.
func where(is func(Code) bool) (list []Code) {
	for _, code := range Codes() {
		if is(code) {
			list = append(list, code)
		}
	}
	return list
}

func same(t *testing.T, what string, got []Code, want ...Code) {
	t.Helper()
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s are %q, want %q", what, got, want)
	}
}

// S13: what an auditor asks about. A new refusal is recorded only when it is added here too.
func TestRecordedRefusals(t *testing.T) {
	same(t, "recorded", where(Code.Recorded),
		CodeOutOfTurn, CodeNoRight, CodeUnknownOperator, CodeDisabled, CodeNotVerified, CodeNameDiffers, CodeWrongStage,
		CodeMethodNotOffered, CodeTriesUsedUp, CodeSecondMissing, CodeSecondSame, CodePINWait, CodePINWrong, CodeReviewClaimed, CodeReviewNotClaimed,
		CodePersonHasOtherDoc, CodeDocumentMismatch, CodeSealQuarantined, CodeProviderNotAdmitted, CodeOfferDiffers)
}

// What a repetition may mend: a service that is back, a disk that is emptied, a key that is unlocked, a race that is over.
func TestRetryableCodes(t *testing.T) {
	same(t, "retryable", where(Code.Retryable),
		CodeInternal, CodeWrongStage, CodeStale, CodeFenced, CodeStorageFull, CodeStorageBusy, CodeTooOften, CodeVerificationRunning,
		CodePicturesBusy, CodeSealKeyLocked, CodeSealKeyMissing, CodeCertificate, CodeSealRunning, CodeProviderDown, CodeProviderNonsense,
		CodeEngineTaken, CodeNoDuty, CodeConfig, CodeSignatureMismatch, CodeSealUnseen, CodeProviderNotAdmitted, CodeDocumentRefused)
}

// A document that is refused is refused for good, so that an automatic push that meets it is not tried again and again.
func TestRefusedDocumentsAreLasting(t *testing.T) {
	about := where(Code.AboutDocument)
	same(t, "about the document", about,
		CodeDocEmpty, CodeDocTooBig, CodeDocNotPDF, CodeDocEncrypted, CodeDocNoPages, CodeDocDamaged, CodeDocActive, CodeDocAttachments,
		CodeDocHidden, CodeDocXFA, CodeDocLimits, CodeNoPlaceToSign, CodeDocCertified, CodeDocFieldsOnly, CodeDocLocked,
		CodeDocPermissions, CodeFieldsUnsound)
	for _, code := range about {
		if !code.Lasting() || code.Retryable() {
			t.Errorf("%s: lasting %v, retryable %v", code, code.Lasting(), code.Retryable())
		}
	}
}

// What stops a signing operation for good: the contract is flagged with it.
func TestLastingCodes(t *testing.T) {
	for _, code := range []Code{
		CodeDocPassword, CodeFieldSigned, CodeFieldTaken, CodeFieldNotThere, CodeFieldSeed, CodePlaceOffPage, CodePlaceNoPage,
		CodeAcrossTaken, CodeAcrossLate, CodeSealWords, CodeSealLength, CodeSignatureWords, CodeSignatureLength, CodeSignatureTooBig,
		CodeBadInput, CodeUniPDFLicence, CodeUniPDFCannot, CodePhotoInvalid, CodeSignatureEmpty, CodeDocumentMismatch,
	} {
		if !code.Lasting() {
			t.Errorf("%s is tried again", code)
		}
	}
	for _, code := range where(Code.Retryable) {
		if code.Lasting() {
			t.Errorf("%s is retryable and lasting", code)
		}
	}
	for _, code := range []Code{CodeNotFound, CodeOutOfTurn, CodeNotVerified, CodeProviderRefused} { // not of the document, seal or engine
		if code.Lasting() {
			t.Errorf("%s is lasting", code)
		}
	}
}

func TestReconciledCodes(t *testing.T) {
	same(t, "reconciled", where(Code.Reconciled), CodeArchiveDiffers, CodeFinalMissing, CodeFinalDiffers)
}
