/**
 * Every column that holds something sealed or hashed, one list: the cipher takes no other, the rotation of keys walks
 * along it, and a schema test finds whatever is not in it.
 */
import * as z from 'zod/mini'

/** The tags of docs/product.md › Rule 6. */
export const tag = z.enum(['contact', 'child', 'health', 'legal'])
export type Tag = z.infer<typeof tag>

/** What a value is sealed as: a tag of personal data, or a draw's seed, which is a secret only until it is drawn. */
export type Sealed = Tag | 'draw'

interface Column {
  /** The column of the same table, a UUID that never changes, that says which row a value belongs to. */
  row: string
  /** More than one where the kind of the row decides. */
  tags: readonly Sealed[]
}

const contact = { row: 'id', tags: ['contact'] } as const satisfies Column
const child = { row: 'id', tags: ['child'] } as const satisfies Column

export const sealedColumns = {
  'accounts.name_enc': contact,
  'accounts.phone_enc': contact,
  'accounts.former_phone_enc': contact,
  'number_changes.old_phone_enc': contact,
  'number_changes.new_phone_enc': contact,
  'login_identities.subject_enc': contact,
  'facilities.keeper_name_enc': contact,
  'facilities.keeper_phone_enc': contact,
  'children.profile_enc': child,
  'children.health_enc': { row: 'id', tags: ['health'] },
  'children.contacts_enc': contact,
  'children.circumstances_enc': child,
  'guardian_names.name_enc': contact,
  'guardian_names.phone_enc': contact,
  'pickup_people.name_enc': contact,
  'pickup_people.phone_enc': contact,
  'pickup_people.note_enc': contact,
  'pickup_codes.name_enc': contact,
  'care_details.detail_enc': { row: 'record_id', tags: ['health', 'contact'] },
  'care_alert_words.words_enc': { row: 'step_id', tags: ['child'] },
  'programmes.seed_enc': { row: 'id', tags: ['draw'] },
  'rating_slips.token_enc': contact,
  'ratings.text_enc': contact,
  'ratings.supplement_enc': contact,
  'feedback.text_enc': contact,
  'feedback.phone_enc': contact,
  'files.key_enc': { row: 'id', tags: ['legal'] },
  'case_keys.key_enc': { row: 'case_id', tags: ['legal'] },
  'needs.wish_enc': { row: 'case_id', tags: ['contact', 'health'] },
  'needs.place_enc': { row: 'case_id', tags: ['contact'] },
  'needs.helper_enc': { row: 'case_id', tags: ['contact'] },
  'needs.person_enc': { row: 'case_id', tags: ['contact'] },
  'needs.phone_enc': { row: 'case_id', tags: ['contact'] },
  'consultations.opposite_enc': { row: 'case_id', tags: ['legal'] },
  'visit_elders.name_enc': contact,
  'visit_elders.phone_enc': contact,
  'visit_elders.address_enc': contact,
  'visit_elders.emergency_enc': contact,
  'visit_notes.note_enc': { row: 'visit_id', tags: ['health'] },
  'visit_family.phone_enc': contact,
  'roster_lines.name_enc': contact,
  'roster_lines.phone_enc': contact,
} as const satisfies Record<`${string}.${string}_enc`, Column>

export type SealedColumn = keyof typeof sealedColumns

/** How the value of a keyed hash is made from what was sealed. */
export type Derivation = 'as it is' | 'compared name' | 'child identity'

interface Hash {
  /** Keeps the hashes of one value for two purposes apart. */
  use: string
  /**
   * What it can be made anew from, and how; `beside`: columns of the row that belong to it. Without it, it dies of old age
   * or with a change of keys.
   */
  from?: { column: SealedColumn; by: Derivation; beside?: readonly string[] }
}

/** Hashes by the lookup key. */
export const hashedColumns = {
  'accounts.phone_hash': { use: 'phone', from: { column: 'accounts.phone_enc', by: 'as it is' } },
  'accounts.former_phone_hash': {
    use: 'phone',
    from: { column: 'accounts.former_phone_enc', by: 'as it is' },
  },
  'login_identities.subject_hash': {
    use: 'wechat',
    from: { column: 'login_identities.subject_enc', by: 'as it is' },
  },
  'children.identity_hash': {
    use: 'child-identity',
    from: { column: 'children.profile_enc', by: 'child identity', beside: ['community_code'] },
  },
  'guardian_names.name_hash': {
    use: 'pickup-name',
    from: { column: 'guardian_names.name_enc', by: 'compared name' },
  },
  'guardian_names.phone_hash': { use: 'phone', from: { column: 'guardian_names.phone_enc', by: 'as it is' } },
  'pickup_people.name_hash': {
    use: 'pickup-name',
    from: { column: 'pickup_people.name_enc', by: 'compared name' },
  },
  'pickup_people.phone_hash': { use: 'phone', from: { column: 'pickup_people.phone_enc', by: 'as it is' } },
  'consultations.opposite_hash': {
    use: 'opposite',
    from: { column: 'consultations.opposite_enc', by: 'compared name' },
  },
  'visit_family.phone_hash': { use: 'phone', from: { column: 'visit_family.phone_enc', by: 'as it is' } },
  'roster_lines.phone_hash': { use: 'phone', from: { column: 'roster_lines.phone_enc', by: 'as it is' } },
  'phone_codes.phone_hash': { use: 'phone' },
  'phone_codes.asker_hash': { use: 'asker' },
  'phone_codes.code_hash': { use: 'code' },
  'code_budgets.bucket_hash': { use: 'code budget' },
  'pickup_codes.code_hash': { use: 'pickup-code' },
  'guardian_invitations.code_hash': { use: 'invitation' },
  'care_pairing_codes.code_hash': { use: 'pairing' },
  'care_pins.pin_hash': { use: 'pin' },
  'idempotency_keys.body_hash': { use: 'sent' },
} as const satisfies Record<`${string}.${string}_hash`, Hash>

export type HashedColumn = keyof typeof hashedColumns
export type HashUse = (typeof hashedColumns)[HashedColumn]['use']

/** Hashes without a key, of long random secrets or of what everybody may read: no change of keys touches them. */
export const plainHashes = [
  'sessions.refresh_hash',
  'sessions.rotated_key_hash',
  'phone_codes.used_key_hash',
  'known_devices.device_hash',
  'care_devices.token_hash',
  'rating_slips.token_hash',
  'rating_slips.pass_hash',
  'programmes.list_hash',
  'calendar_addresses.token_hash',
] as const
