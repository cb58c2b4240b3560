package portal

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"testing"

	"campus.example/sealdesk/domain"
)

// statuses is the HTTP status of every error code on the signers' pages.
func statuses() map[int][]domain.Code {
	return map[int][]domain.Code{
		http.StatusUnauthorized: {
			"session_gone",
		},
		http.StatusForbidden: {
			"no_right", "operator_disabled", "unknown_operator",
		},
		http.StatusNotFound: {
			"link_dead", "not_found",
		},
		http.StatusConflict: {
			"act_lapsed", "already_verified", "appraisal_due", "archive_differs", "fenced", "final_differs", "final_missing",
			"identity_mismatch", "identity_no_record", "job_not_retryable", "method_not_offered", "name_differs", "not_verified",
			"offer_declined", "offer_differs", "offer_state",
			"out_of_turn", "outcome_unknown", "person_bound_elsewhere", "review_claimed", "review_not_claimed", "seal_length",
			"seal_running", "seal_words", "second_missing", "second_not_wanted", "second_same", "stale", "stalled",
			"verification_running", "verification_state", "wrong_stage",
		},
		http.StatusRequestEntityTooLarge: {
			"photo_too_big",
		},
		http.StatusUnprocessableEntity: {
			"across_taken", "across_too_late", "amount_invalid", "amount_negative", "attachment_invalid", "authority_missing",
			"authority_waiting", "bad_input", "code_expired", "code_wrong", "consent_missing", "credit_code_invalid",
			"deadline_invalid", "doc_active_content", "doc_attachments", "doc_certified", "doc_damaged", "doc_empty",
			"doc_encrypted", "doc_fields_only", "doc_hidden", "doc_kind_unknown", "doc_limits", "doc_locked", "doc_no_invalid",
			"doc_no_pages", "doc_not_pdf", "doc_password", "doc_permissions", "doc_too_big", "doc_xfa", "e_seal_no",
			"field_name_taken", "field_not_there", "field_seed", "field_signed", "fields_unsound", "identity_input_invalid",
			"keyword_not_there", "letter_invalid", "letter_required", "name_invalid", "no_empty", "no_place_to_sign", "not_approved", "party_empty",
			"phone_a_invalid", "phone_a_missing", "phone_b_invalid", "phone_b_missing", "phone_is_office", "phones_equal",
			"photo_heic", "photo_invalid", "place_outside_page", "place_page_not_there", "reason_empty", "reason_unknown",
			"offer_unreadable", "rule_not_in_force", "rule_value", "same_number_other_bytes", "seal_process_other",
			"seal_process_unknown", "signature_empty", "signature_length",
			"signature_words", "title_empty", "tries_used_up",
		},
		http.StatusTooManyRequests: {
			"too_often",
		},
		http.StatusInternalServerError: {
			"certificate_unusable", "chain_broken", "config", "document_hash_mismatch", "engine_taken", "folder_exists",
			"folder_not_there", "internal", "listen", "no_duty", "pin_wait", "pin_wrong", "provider_not_admitted", "receipt_mismatch", "seal_check_failed",
			"seal_key_locked", "seal_key_missing", "seal_quarantined", "signature_mismatch", "signature_too_big", "unipdf_cannot",
			"unipdf_licence",
		},
		http.StatusServiceUnavailable: {
			"document_refused", "final_undelivered", "pictures_busy", "provider_down", "provider_nonsense", "provider_refused", "seal_unseen",
			"sms_failed", "storage_busy", "storage_full",
		},
	}
}

// Every code has its status by decision, and none by default.
func TestEveryCodeHasItsStatus(t *testing.T) {
	want := map[domain.Code]int{}
	for status, list := range statuses() {
		for _, code := range list {
			want[code] = status
		}
	}
	if got := slices.Sorted(maps.Keys(want)); !slices.Equal(got, domain.Codes()) {
		t.Errorf("the codes are %q, and here stand %q", domain.Codes(), got)
	}
	for code, status := range want {
		if got := statusOf(code); got != status {
			t.Errorf("%s has the status %d, want %d", code, got, status)
		}
	}
	for _, code := range []domain.Code{"", "never_heard_of"} {
		if got := statusOf(code); got != http.StatusInternalServerError {
			t.Errorf("%q has the status %d", code, got)
		}
	}
}

func TestEveryKindHasItsStatus(t *testing.T) {
	for _, kind := range domain.Kinds() {
		if http.StatusText(statusesByKind()[kind]) == "" {
			t.Errorf("%s has no status", kind)
		}
	}
}

// A form comes back with what was filled in where other words, or the same ones after a pause, are accepted.
func TestWrongInputIsWhatTheFormCanMend(t *testing.T) {
	for code, want := range map[domain.Code]bool{
		domain.CodeCodeWrong: true, domain.CodeTriesUsedUp: true, domain.CodePhotoTooBig: true, domain.CodeTooOften: true,
		domain.CodeAuthorityWaiting: true, domain.CodeSealWords: false, domain.CodeMethodNotOffered: false,
		domain.CodeVerificationRunning: false, domain.CodePicturesBusy: false, domain.CodeDocLimits: false, domain.CodeInternal: false,
	} {
		if got := wrongInput(fmt.Errorf("form: %w", domain.Fail(code))); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
}
