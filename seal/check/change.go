package check

// Codes of what came after a signature. They are as stable as the others.
const (
	// What a signature forbids, or permits and is worth a note.
	reasonRestricted = "change_after_no_changes_allowed"
	reasonLocked     = "locked_field_changed"
	reasonNewVisible = "visible_field_added_to_certified"
	noteFilled       = "form_filled_in_afterwards" // permitted; it shows on the page
	noteUnused       = "unused_objects_added"      // permitted; nothing shows them

	// The bytes of a save.
	faultBytes     = "appended_bytes_unreadable"
	faultTwice     = "object_defined_twice"
	faultStray     = "object_not_in_cross_reference"
	faultEntry     = "cross_reference_outside_save"
	faultHybrid    = "hybrid_cross_reference"
	faultChain     = "signed_revision_bypassed"
	faultContainer = "object_stream_malformed"
	faultComment   = "comment_like_structure"

	// A form that cannot be read one way only.
	faultForm      = "form_malformed"
	faultFieldName = "field_name_twice"

	// A step as a whole.
	faultTrailer  = "trailer_changed"
	faultRemoved  = "object_removed"
	faultObject   = "object_changed"
	faultDangling = "awaited_object_defined"
	faultUnread   = "object_unreadable"

	// The catalog.
	faultCatalog = "catalog_changed"
	faultPerms   = "certification_changed"
	faultActions = "actions_or_names_changed"
	faultLayers  = "layers_changed"
	faultTree    = "page_tree_changed"

	// The form and its fields.
	faultFormChanged  = "form_changed"
	faultFieldRemoved = "field_removed"
	faultFieldAdded   = "field_added"
	faultXFA          = "xfa_changed"
	faultActive       = "field_action_added"
	faultUnder        = "signature_not_over_its_revision"
	faultPicture      = "unsigned_field_with_picture"
	faultCovers       = "signature_field_covers_page"
	faultValue        = "filled_field_changed"

	// The rest.
	faultAnnots = "annotation_changed"
	faultStore  = "security_store_changed"
)
