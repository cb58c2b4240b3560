package domain

import "errors"

// Code names a kind of failure once and for all: logs, the --json output, the procurement system and the
// sentences of package i18n all use it.
type Code string

// Error is a failure an operator or signer can be told about: a code for the sentence, the values the
// sentence needs, and the cause for the log.
type Error struct {
	Code  Code
	Args  []any
	Cause error
}

// Fail makes an Error without a cause. Args fill the sentence of the code, in its order.
func Fail(code Code, args ...any) *Error { return &Error{Code: code, Args: args} }

// Because adds the cause.
func (e *Error) Because(cause error) *Error {
	return &Error{Code: e.Code, Args: e.Args, Cause: cause}
}

// Error gives the code and the cause; the sentence for people is made by package i18n.
func (e *Error) Error() string {
	if e.Cause != nil {
		return string(e.Code) + ": " + e.Cause.Error()
	}
	return string(e.Code)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is makes errors.Is(err, domain.Fail(code)) true for every error of that code.
func (e *Error) Is(target error) bool {
	var other *Error
	return errors.As(target, &other) && other.Code == e.Code
}

// CodeOf gives the code of the first Error in the chain, or "" when there is none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// The codes. A code is never reused for another meaning.
const (
	CodeInternal        Code = "internal"
	CodeNotFound        Code = "not_found"
	CodeNoRight         Code = "no_right"
	CodeUnknownOperator Code = "unknown_operator"
	CodeDisabled        Code = "operator_disabled"
	CodeBadInput        Code = "bad_input"
	CodeWrongStage      Code = "wrong_stage"
	CodeOutOfTurn       Code = "out_of_turn"
	CodeStale           Code = "stale"
	CodeFenced          Code = "fenced"
	CodeStorageFull     Code = "storage_full"
	CodeStorageBusy     Code = "storage_busy"

	CodeNoEmpty            Code = "no_empty"
	CodeTitleEmpty         Code = "title_empty"
	CodeAmountInvalid      Code = "amount_invalid"
	CodeAmountNegative     Code = "amount_negative"
	CodeESealNo            Code = "e_seal_no"
	CodeNotApproved        Code = "not_approved"
	CodePhoneAMissing      Code = "phone_a_missing"
	CodePhoneAInvalid      Code = "phone_a_invalid"
	CodePhoneBMissing      Code = "phone_b_missing"
	CodePhoneBInvalid      Code = "phone_b_invalid"
	CodePhonesEqual        Code = "phones_equal"
	CodePhoneIsOffice      Code = "phone_is_office"
	CodeSealProcessUnknown Code = "seal_process_unknown"
	CodeSealProcessOther   Code = "seal_process_other"
	CodeCreditCodeInvalid  Code = "credit_code_invalid"
	CodePartyEmpty         Code = "party_empty"
	CodeOtherBytes         Code = "same_number_other_bytes"
	CodeDocumentMismatch   Code = "document_hash_mismatch"
	CodeOfferDiffers       Code = "offer_differs"    // another offer of the number waits for a person's decision
	CodeOfferUnreadable    Code = "offer_unreadable" // an item of the list is no contract
	CodeOfferDeclined      Code = "offer_declined"   // a person of the office has turned it away
	CodeOfferState         Code = "offer_state"      // the offer is settled, still tried, or waits for a decision
	CodeDocumentRefused    Code = "document_refused" // the sender does not give the document out

	CodeDocEmpty       Code = "doc_empty"
	CodeDocTooBig      Code = "doc_too_big"
	CodeDocNotPDF      Code = "doc_not_pdf"
	CodeDocEncrypted   Code = "doc_encrypted"
	CodeDocNoPages     Code = "doc_no_pages"
	CodeDocDamaged     Code = "doc_damaged"
	CodeDocActive      Code = "doc_active_content"
	CodeDocAttachments Code = "doc_attachments"
	CodeDocHidden      Code = "doc_hidden" // what it shows can be another thing later
	CodeDocXFA         Code = "doc_xfa"
	CodeDocLimits      Code = "doc_limits"
	CodeNoPlaceToSign  Code = "no_place_to_sign"

	CodeNotVerified       Code = "not_verified"
	CodeAlreadyVerified   Code = "already_verified"
	CodeNameDiffers       Code = "name_differs"
	CodeDocKindUnknown    Code = "doc_kind_unknown"
	CodeDocNoInvalid      Code = "doc_no_invalid"
	CodeNameInvalid       Code = "name_invalid"
	CodeMethodNotOffered  Code = "method_not_offered"
	CodeTriesUsedUp       Code = "tries_used_up"
	CodeCodeWrong         Code = "code_wrong"
	CodeCodeExpired       Code = "code_expired"
	CodeTooOften          Code = "too_often"
	CodeConsentMissing    Code = "consent_missing"
	CodePhotoInvalid      Code = "photo_invalid"
	CodePhotoTooBig       Code = "photo_too_big"
	CodePhotoHEIC         Code = "photo_heic"
	CodeReviewNotClaimed  Code = "review_not_claimed"
	CodeReviewClaimed     Code = "review_claimed"
	CodeVerificationState Code = "verification_state"
	CodeReasonUnknown     Code = "reason_unknown"
	CodeReasonEmpty       Code = "reason_empty"
	CodeSignatureEmpty    Code = "signature_empty"
	CodeAuthorityMissing  Code = "authority_missing"
	CodeAuthorityWaiting  Code = "authority_waiting" // the review desk has not decided
	CodeLetterInvalid     Code = "letter_invalid"    // neither a PDF nor a photo
	CodeArchiveDiffers    Code = "archive_differs"   // the document in the archive is gone or changed
	CodeFinalMissing      Code = "final_missing"     // the procurement system has no final
	CodeFinalDiffers      Code = "final_differs"     // it has another one
	CodeUndelivered       Code = "final_undelivered" // it was sent until the tries were used up
	CodeSecondMissing     Code = "second_missing"    // a second sealer has not confirmed
	CodeSecondSame        Code = "second_same"       // the one who seals has confirmed himself
	CodeSecondNotWanted   Code = "second_not_wanted" // below the amount from which one is
	CodeAppraisalDue      Code = "appraisal_due"     // it was kept as long as it must be
	CodeDeadline          Code = "deadline_invalid"
	CodeAttachmentInvalid Code = "attachment_invalid"
	CodeSessionGone       Code = "session_gone"
	CodeLinkDead          Code = "link_dead"
	CodeSealKeyLocked     Code = "seal_key_locked"
	CodePINWrong          Code = "pin_wrong"
	CodePINWait           Code = "pin_wait" // too many wrong ones in a row
	CodeSealKeyMissing    Code = "seal_key_missing"
	CodeCertificate       Code = "certificate_unusable"
	CodeSealQuarantined   Code = "seal_quarantined"
	CodeSealRunning       Code = "seal_running"
	CodeActLapsed         Code = "act_lapsed" // its certificate ended before it could be signed
	CodeProviderDown      Code = "provider_down"
	CodeProviderNonsense  Code = "provider_nonsense"
	CodeProviderRefused   Code = "provider_refused"
	CodeReceiptMismatch   Code = "receipt_mismatch"
	CodeEngineTaken       Code = "engine_taken"
	CodeStalled           Code = "stalled"
	CodeListen            Code = "listen"
	CodeNoDuty            Code = "no_duty"
	CodeChainBroken       Code = "chain_broken"
	CodeFolderNotThere    Code = "folder_not_there"
	CodeFolderExists      Code = "folder_exists"
	CodeJobNotRetryable   Code = "job_not_retryable"
	CodeOutcomeUnknown    Code = "outcome_unknown"
	CodeSMSFailed         Code = "sms_failed"
	CodeConfig            Code = "config"
	CodeIdentityMismatch  Code = "identity_mismatch"
	CodeIdentityNoRecord  Code = "identity_no_record"
	CodeIdentityInput     Code = "identity_input_invalid"
	CodePersonHasOtherDoc Code = "person_bound_elsewhere"

	// What must not be signed, and seals that cannot be drawn or put where they were asked.
	CodeDocCertified      Code = "doc_certified"        // its author allows no further change
	CodeDocFieldsOnly     Code = "doc_fields_only"      // its author allows signing in the fields he made alone
	CodeDocLocked         Code = "doc_locked"           // an earlier signature locks its fields
	CodeDocPermissions    Code = "doc_permissions"      // its encryption forbids signing
	CodeDocPassword       Code = "doc_password"         // it opens with another password
	CodeFieldSigned       Code = "field_signed"         // the field is signed already
	CodeFieldTaken        Code = "field_name_taken"     // a field of that name is there
	CodeFieldNotThere     Code = "field_not_there"      // no such field
	CodeFieldSeed         Code = "field_seed"           // the field asks for what this program does not do
	CodePlaceOffPage      Code = "place_outside_page"   // the place is not on the page
	CodePlaceNoPage       Code = "place_page_not_there" // the document has fewer pages
	CodeKeywordNotThere   Code = "keyword_not_there"    // the words to seal at are not in the document
	CodeAcrossTaken       Code = "across_taken"         // the strips show another seal already
	CodeAcrossLate        Code = "across_too_late"      // it is signed and has no strips
	CodeSealWords         Code = "seal_words"           // the words of the seal cannot be drawn
	CodeSealLength        Code = "seal_length"          // too few or too many characters for a seal
	CodeSignatureWords    Code = "signature_words"      // a typed name cannot be drawn
	CodeSignatureLength   Code = "signature_length"     // a typed name is too long
	CodeSignatureTooBig   Code = "signature_too_big"    // it does not fit into the room left for it
	CodeSignatureMismatch Code = "signature_mismatch"   // it does not belong to what was prepared
	CodeSealUnseen        Code = "seal_unseen"          // the result could not be drawn for the second look
	CodeFieldsUnsound     Code = "fields_unsound"       // empty fields show something, or are not where they were asked
	CodeSealCheckFailed   Code = "seal_check_failed"    // the second look refuses the result
	CodeUniPDFLicence     Code = "unipdf_licence"       // the engine is chosen and may not be used
	CodeUniPDFCannot      Code = "unipdf_cannot"        // the engine does not do this

	// What is asked for while as much as can be done is being done.
	CodeVerificationRunning Code = "verification_running" // a provider or a reviewer is deciding on the person
	CodePicturesBusy        Code = "pictures_busy"        // too many pages wait to be drawn

	// The rules that bind people.
	CodeRuleValue           Code = "rule_value"            // the value is out of the rule's bounds
	CodeRuleNotInForce      Code = "rule_not_in_force"     // this version does not carry the value out
	CodeProviderNotAdmitted Code = "provider_not_admitted" // the provider of the settings is not the one of the rules
	CodeLetterRequired      Code = "letter_required"       // a declaration alone does not count
)
