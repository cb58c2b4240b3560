package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
)

// exits is the contract with scripts: the exit code of every error code.
func exits() map[int][]domain.Code {
	return map[int][]domain.Code{
		exitNotSo: {
			"act_lapsed", "already_verified", "appraisal_due", "archive_differs", "authority_waiting", "chain_broken",
			"document_hash_mismatch", "fenced", "final_differs", "final_missing", "identity_mismatch", "identity_no_record",
			"job_not_retryable", "link_dead", "name_differs", "not_found", "offer_declined", "offer_differs", "offer_state", "not_verified", "out_of_turn", "outcome_unknown",
			"receipt_mismatch", "review_claimed", "review_not_claimed", "seal_quarantined", "seal_running", "second_missing",
			"second_not_wanted", "second_same", "session_gone", "stale", "stalled", "too_often", "tries_used_up",
			"verification_running", "verification_state", "wrong_stage",
		},
		exitUsage: {
			"across_taken", "across_too_late", "amount_invalid", "amount_negative", "attachment_invalid", "authority_missing",
			"bad_input", "code_expired", "code_wrong", "config", "consent_missing", "credit_code_invalid", "deadline_invalid",
			"doc_active_content", "doc_attachments", "doc_certified", "doc_damaged", "doc_empty", "doc_encrypted",
			"doc_fields_only", "doc_hidden", "doc_kind_unknown", "doc_limits", "doc_locked", "doc_no_invalid", "doc_no_pages",
			"doc_not_pdf", "doc_password", "doc_permissions", "doc_too_big", "doc_xfa", "e_seal_no", "field_name_taken",
			"field_not_there", "field_seed", "field_signed", "fields_unsound", "folder_exists", "identity_input_invalid",
			"keyword_not_there", "letter_invalid", "letter_required", "method_not_offered", "name_invalid", "no_empty",
			"no_place_to_sign", "not_approved", "offer_unreadable", "party_empty", "person_bound_elsewhere", "phone_a_invalid",
			"phone_a_missing", "phone_b_invalid",
			"phone_b_missing", "phone_is_office", "phones_equal", "photo_heic", "photo_invalid", "photo_too_big",
			"place_outside_page", "place_page_not_there", "reason_empty", "reason_unknown", "rule_not_in_force",
			"rule_value", "same_number_other_bytes",
			"seal_length", "seal_process_other", "seal_process_unknown", "seal_words", "signature_empty", "signature_length",
			"signature_words", "title_empty",
		},
		exitMissing: {
			"certificate_unusable", "document_refused", "engine_taken", "final_undelivered", "folder_not_there", "internal", "listen", "no_duty",
			"no_right", "operator_disabled", "pictures_busy", "pin_wait", "pin_wrong", "provider_down", "provider_nonsense",
			"provider_not_admitted",
			"provider_refused", "seal_check_failed", "seal_key_locked", "seal_key_missing", "seal_unseen", "signature_mismatch",
			"signature_too_big", "sms_failed", "storage_busy", "storage_full", "unipdf_cannot", "unipdf_licence",
			"unknown_operator",
		},
	}
}

// Every code has its exit code by decision, and none by default.
func TestEveryCodeHasItsExitCode(t *testing.T) {
	want := map[domain.Code]int{}
	for exit, list := range exits() {
		for _, code := range list {
			want[code] = exit
		}
	}
	if got := slices.Sorted(maps.Keys(want)); !slices.Equal(got, domain.Codes()) {
		t.Errorf("the codes are %q, and here stand %q", domain.Codes(), got)
	}
	for code, exit := range want {
		if got := exitOf(fmt.Errorf("import: %w", domain.Fail(code))); got != exit {
			t.Errorf("%s ends with exit code %d, want %d", code, got, exit)
		}
	}
}

func TestEveryKindHasItsExitCode(t *testing.T) {
	for _, kind := range domain.Kinds() {
		if exitsByKind()[kind] == exitDone {
			t.Errorf("%s has no exit code", kind)
		}
	}
}

// Errors without a code: of the command line and of files they are bad input, anything else is a component's.
func TestErrorsWithoutACodeHaveTheirExitCode(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{usage(errors.New("unknown flag")), exitUsage},
		{usage(domain.Fail(domain.CodeNotFound)), exitUsage},
		{&fs.PathError{Op: "open", Path: "a.pdf", Err: fs.ErrNotExist}, exitUsage},
		{&fs.PathError{Op: "open", Path: "a.pdf", Err: fs.ErrPermission}, exitUsage},
		{errors.New("no luck"), exitMissing},
		{domain.Fail("never_heard_of"), exitMissing},
	} {
		if got := exitOf(c.err); got != c.want {
			t.Errorf("%v ends with exit code %d, want %d", c.err, got, c.want)
		}
	}
}

// docs/errors.md lists the codes of every kind with its exit code, and what is tried again and recorded.
func TestCodesAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for line := range strings.Lines(string(page)) {
		if cells := strings.Split(strings.Trim(line, "|\n "), " | "); strings.HasPrefix(line, "|") {
			rows[cells[0]] = cells[1:]
		}
	}
	for _, kind := range domain.Kinds() {
		row := rows["`"+string(kind)+"`"]
		if len(row) != 3 || row[0] != strconv.Itoa(exitsByKind()[kind]) || row[1] == "" {
			t.Errorf("%s: %q", kind, row)
			continue
		}
		listed(t, string(kind), row[2], func(c domain.Code) bool { return c.Kind() == kind })
	}
	for what, is := range map[string]func(domain.Code) bool{"tried again": domain.Code.Retryable, "recorded": domain.Code.Recorded} {
		if row := rows[what]; len(row) != 1 {
			t.Errorf("%s: %q", what, row)
		} else {
			listed(t, what, row[0], is)
		}
	}
}

// listed compares the codes of a table's cell with those for which is holds.
func listed(t *testing.T, what, cell string, is func(domain.Code) bool) {
	t.Helper()
	var want []string
	for _, code := range domain.Codes() {
		if is(code) {
			want = append(want, "`"+string(code)+"`")
		}
	}
	if want := strings.Join(want, " "); cell != want {
		t.Errorf("%s: docs/errors.md has\n%s\nand the table\n%s", what, cell, want)
	}
}
