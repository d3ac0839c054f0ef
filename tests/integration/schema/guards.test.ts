import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase()

const names = async (sql: string): Promise<string[]> => {
  const found = await pool.query<{ name: string }>(sql)
  return found.rows.map((row) => row.name)
}

test('partial indexes and triggers are there, with their conditions', async () => {
  expect(
    await names(`SELECT indexrelid::regclass || ': ' || pg_get_expr(indpred, indrelid) AS name FROM pg_index
      JOIN pg_class c ON c.oid = indrelid WHERE indpred IS NOT NULL AND relnamespace = 'public'::regnamespace ORDER BY 1`),
  ).toMatchInlineSnapshot(`
    [
      "access_records_child: (child_id IS NOT NULL)",
      "bookings_ending: (state = 'confirmed'::text)",
      "bookings_no_overlap: (state = ANY (ARRAY['held'::text, 'pending'::text, 'confirmed'::text]))",
      "bookings_refused: (state = 'refused'::text)",
      "care_alerts_open_once: (closed_at IS NULL)",
      "care_alerts_untaken: ((closed_at IS NULL) AND (taken_by IS NULL))",
      "care_devices_community: (revoked_at IS NULL)",
      "care_duties_account: (ended_at IS NULL)",
      "care_duties_programme: (ended_at IS NULL)",
      "care_records_clock_once: (by_id IS NULL)",
      "care_records_decided_once: (decides_id IS NOT NULL)",
      "care_records_released_once: (kind = 'released'::text)",
      "case_events_seen_once: (action = 'see'::text)",
      "cases_actor: (actor_role <> 'self'::text)",
      "cases_desk: (state = 'pending'::text)",
      "cases_finished: (state = ANY (ARRAY['completed'::text, 'refused'::text]))",
      "cases_follow_ups: ((type = 'follow_up'::text) AND (closed_at IS NULL))",
      "cases_follow_ups_ended: ((type = 'follow_up'::text) AND (closed_at IS NOT NULL))",
      "cases_open: (closed_at IS NULL)",
      "child_freezes_due: (ended_at IS NULL)",
      "child_freezes_open_once: (ended_at IS NULL)",
      "children_community: (erased_at IS NULL)",
      "children_identity: (erased_at IS NULL)",
      "children_unused: (erased_at IS NULL)",
      "enrolments_child_once: (state = ANY (ARRAY['entered'::text, 'waiting'::text, 'held'::text, 'confirmed'::text]))",
      "enrolments_identity_once: (state = ANY (ARRAY['entered'::text, 'waiting'::text, 'held'::text, 'confirmed'::text]))",
      "follow_ups_closed: (state = 'closed'::text)",
      "follow_ups_open: (ended_at IS NULL)",
      "grants_division: (revoked_at IS NULL)",
      "grants_once: (revoked_at IS NULL)",
      "guardian_endings_open_once: (decided_at IS NULL)",
      "guardians_account: (ended_at IS NULL)",
      "guardians_account_once: (ended_at IS NULL)",
      "guardians_place_once: (ended_at IS NULL)",
      "key_checks_one_writer: writes",
      "line_entries_held: (state = 'held'::text)",
      "line_entries_order: (state = 'waiting'::text)",
      "line_entries_party_once: (state = ANY (ARRAY['waiting'::text, 'held'::text]))",
      "line_entries_until: (state = 'waiting'::text)",
      "line_moves_line: approved",
      "line_moves_open_once: (decided_at IS NULL)",
      "notices_alert: (alert_id IS NOT NULL)",
      "notices_inbox: (delivered_at IS NOT NULL)",
      "notices_undelivered: ((delivered_at IS NULL) AND (withdrawn_at IS NULL))",
      "notices_unread: ((delivered_at IS NOT NULL) AND (read_at IS NULL))",
      "phone_codes_opened: (session_id IS NOT NULL)",
      "pickup_codes_day_once: (replaced_at IS NULL)",
      "pickup_people_child: (ended_at IS NULL)",
      "pickup_people_listed_once: ((kind = 'listed'::text) AND (ended_at IS NULL))",
      "programmes_live: (state = ANY (ARRAY['published'::text, 'closed'::text, 'drawn'::text]))",
      "rating_months_kept: ((ratings_released IS NULL) OR (follow_ups_released IS NULL) OR (verdicts_released IS NULL))",
      "rating_rights_invite: ((invited_at IS NULL) AND (rated_at IS NULL))",
      "rating_rights_lapsed: (rated_at IS NULL)",
      "ratings_doubtful: ((text_state = 'doubtful'::text) OR (supplement_state = 'doubtful'::text))",
      "ratings_overturned: (overturned_at IS NOT NULL)",
      "ratings_texts: (text_state = 'passed'::text)",
      "ratings_to_answer: ((text_state = 'passed'::text) AND (reply IS NULL))",
      "ratings_unchecked: ((text_state = 'unchecked'::text) OR (supplement_state = 'unchecked'::text))",
      "ratings_words: ((text_enc IS NOT NULL) OR (supplement_enc IS NOT NULL))",
      "room_closures_room: (removed_at IS NULL)",
      "sessions_account: (revoked_at IS NULL)",
      "sessions_care_device: ((care_device_id IS NOT NULL) AND (revoked_at IS NULL))",
      "surveys_running: (state = 'published'::text)",
    ]
  `)
  expect(
    await names(`SELECT pg_get_triggerdef(oid) AS name FROM pg_trigger WHERE NOT tgisinternal
      AND tgrelid::regclass::text !~ 'graphile' ORDER BY 1`),
  ).toMatchInlineSnapshot(`
    [
      "CREATE CONSTRAINT TRIGGER care_details_erasure_proven AFTER DELETE ON public.care_details DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION care_details_erasure_proven()",
      "CREATE TRIGGER access_records_append_only BEFORE DELETE OR UPDATE ON public.access_records FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER access_records_no_truncate BEFORE TRUNCATE ON public.access_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_alert_steps_append_only BEFORE DELETE OR UPDATE ON public.care_alert_steps FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_alert_steps_no_truncate BEFORE TRUNCATE ON public.care_alert_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_details_append_only BEFORE DELETE OR UPDATE ON public.care_details FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_details_no_truncate BEFORE TRUNCATE ON public.care_details FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_duties_hours AFTER INSERT OR UPDATE OF ended_at ON public.care_duties FOR EACH ROW EXECUTE FUNCTION write_duty_hours()",
      "CREATE TRIGGER care_records_append_only BEFORE DELETE OR UPDATE ON public.care_records FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_records_no_truncate BEFORE TRUNCATE ON public.care_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER care_sessions_hours AFTER INSERT ON public.care_sessions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION write_session_hours()",
      "CREATE TRIGGER case_events_append_only BEFORE DELETE OR UPDATE ON public.case_events FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER case_events_no_truncate BEFORE TRUNCATE ON public.case_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER children_tell_identity AFTER UPDATE OF identity_hash, identity_no ON public.children FOR EACH ROW WHEN (((old.identity_hash IS DISTINCT FROM new.identity_hash) OR (old.identity_no <> new.identity_no))) EXECUTE FUNCTION children_tell_identity()",
      "CREATE TRIGGER consents_append_only BEFORE DELETE OR UPDATE ON public.consents FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER consents_no_truncate BEFORE TRUNCATE ON public.consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER enrolments_keep_identity BEFORE INSERT ON public.enrolments FOR EACH ROW EXECUTE FUNCTION enrolments_keep_identity()",
      "CREATE TRIGGER erasure_proofs_append_only BEFORE DELETE OR UPDATE ON public.erasure_proofs FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER erasure_proofs_no_truncate BEFORE TRUNCATE ON public.erasure_proofs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER grants_append_only BEFORE DELETE OR UPDATE ON public.grants FOR EACH ROW EXECUTE FUNCTION grants_end_once()",
      "CREATE TRIGGER grants_no_truncate BEFORE TRUNCATE ON public.grants FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER line_moves_append_only BEFORE DELETE OR UPDATE ON public.line_moves FOR EACH ROW EXECUTE FUNCTION line_moves_decided_once()",
      "CREATE TRIGGER line_moves_no_truncate BEFORE TRUNCATE ON public.line_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER programmes_duty_hours AFTER UPDATE OF state ON public.programmes FOR EACH ROW WHEN ((new.state = 'cancelled'::text)) EXECUTE FUNCTION drop_duty_hours()",
      "CREATE TRIGGER guardians_keep_known BEFORE INSERT OR UPDATE OF verified_at ON public.guardians FOR EACH ROW EXECUTE FUNCTION guardians_keep_known()",
      "CREATE TRIGGER rating_published_append_only BEFORE DELETE OR UPDATE ON public.rating_published FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER rating_published_bounded AFTER INSERT ON public.rating_published REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION rating_published_bounded()",
      "CREATE TRIGGER rating_text_judgements_append_only BEFORE DELETE OR UPDATE ON public.rating_text_judgements FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER ratings_by_person_served BEFORE INSERT ON public.ratings FOR EACH ROW EXECUTE FUNCTION ratings_by_person_served()",
      "CREATE TRIGGER ratings_not_deleted BEFORE DELETE ON public.ratings FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER ratings_stand BEFORE UPDATE ON public.ratings FOR EACH ROW EXECUTE FUNCTION ratings_stand()",
      "CREATE TRIGGER survey_answers_printed BEFORE INSERT ON public.survey_answers FOR EACH ROW EXECUTE FUNCTION survey_answers_printed()",
      "CREATE TRIGGER survey_results_append_only BEFORE DELETE OR UPDATE ON public.survey_results FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    ]
  `)
})
