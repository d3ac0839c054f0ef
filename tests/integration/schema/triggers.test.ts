/** The database's own rules, whatever the service does. */
import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase()

const names = async (sql: string): Promise<string[]> => {
  const found = await pool.query<{ name: string }>(sql)
  return found.rows.map((row) => row.name)
}

test('triggers are there, with their conditions', async () => {
  expect(
    await names(`SELECT pg_get_triggerdef(oid) AS name FROM pg_trigger WHERE NOT tgisinternal
      AND tgrelid::regclass::text !~ 'graphile' ORDER BY 1`),
  ).toMatchInlineSnapshot(`
    [
      "CREATE CONSTRAINT TRIGGER accounts_look_at_conflicts AFTER UPDATE OF name_enc, joined_into ON public.accounts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION look_at_conflicts()",
      "CREATE CONSTRAINT TRIGGER care_details_erasure_proven AFTER DELETE ON public.care_details DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION care_details_erasure_proven()",
      "CREATE TRIGGER access_records_append_only BEFORE DELETE OR UPDATE ON public.access_records FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER access_records_no_truncate BEFORE TRUNCATE ON public.access_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER account_joins_append_only BEFORE DELETE OR UPDATE ON public.account_joins FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER account_joins_no_truncate BEFORE TRUNCATE ON public.account_joins FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER agreements_append_only BEFORE DELETE OR UPDATE ON public.agreements FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER agreements_no_truncate BEFORE TRUNCATE ON public.agreements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER attendances_append_only BEFORE DELETE OR UPDATE ON public.attendances FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER booking_moves_append_only BEFORE DELETE OR UPDATE ON public.booking_moves FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER booking_moves_no_truncate BEFORE TRUNCATE ON public.booking_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER bookings_tell AFTER INSERT OR UPDATE ON public.bookings FOR EACH ROW EXECUTE FUNCTION tell_room_of_row()",
      "CREATE TRIGGER calendar_addresses_account_lives BEFORE INSERT ON public.calendar_addresses FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id')",
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
      "CREATE TRIGGER cases_account_lives BEFORE INSERT ON public.cases FOR EACH ROW EXECUTE FUNCTION cases_account_lives()",
      "CREATE TRIGGER cases_tell_room AFTER UPDATE OF waiting_for, due_at ON public.cases FOR EACH ROW WHEN (((new.type = 'booking'::text) AND ((new.waiting_for IS DISTINCT FROM old.waiting_for) OR (new.due_at IS DISTINCT FROM old.due_at)))) EXECUTE FUNCTION tell_room_of_case()",
      "CREATE TRIGGER child_freezes_decided_once BEFORE DELETE OR UPDATE ON public.child_freezes FOR EACH ROW EXECUTE FUNCTION decided_once('ended_at', '{ended_at,outcome,ended_by,for_guardian}', '{asked_by,ended_by}', '{}', '{}')",
      "CREATE TRIGGER child_freezes_no_truncate BEFORE TRUNCATE ON public.child_freezes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER children_tell_identity AFTER UPDATE OF identity_hash, identity_no ON public.children FOR EACH ROW WHEN (((old.identity_hash IS DISTINCT FROM new.identity_hash) OR (old.identity_no <> new.identity_no))) EXECUTE FUNCTION children_tell_identity()",
      "CREATE TRIGGER consents_append_only BEFORE DELETE OR UPDATE ON public.consents FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER consents_no_truncate BEFORE TRUNCATE ON public.consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER deployment_texts_append_only BEFORE DELETE OR UPDATE ON public.deployment_texts FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER deployment_texts_no_truncate BEFORE TRUNCATE ON public.deployment_texts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER enrolments_keep_identity BEFORE INSERT ON public.enrolments FOR EACH ROW EXECUTE FUNCTION enrolments_keep_identity()",
      "CREATE TRIGGER erasure_proofs_append_only BEFORE DELETE OR UPDATE ON public.erasure_proofs FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER erasure_proofs_no_truncate BEFORE TRUNCATE ON public.erasure_proofs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER export_records_append_only BEFORE DELETE OR UPDATE ON public.export_records FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER export_records_no_truncate BEFORE TRUNCATE ON public.export_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER file_pages_objects_go AFTER DELETE ON public.file_pages REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION file_pages_objects_go()",
      "CREATE TRIGGER grants_account_lives BEFORE INSERT ON public.grants FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id')",
      "CREATE TRIGGER grants_append_only BEFORE DELETE OR UPDATE ON public.grants FOR EACH ROW EXECUTE FUNCTION grants_end_once()",
      "CREATE TRIGGER grants_no_truncate BEFORE TRUNCATE ON public.grants FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER guardian_endings_decided_once BEFORE DELETE OR UPDATE ON public.guardian_endings FOR EACH ROW EXECUTE FUNCTION decided_once('decided_at', '{decided_by,decider,decided_at,approved}', '{proposed_by}', '{}', '{}')",
      "CREATE TRIGGER guardian_endings_no_truncate BEFORE TRUNCATE ON public.guardian_endings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER guardians_account_lives BEFORE INSERT ON public.guardians FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id')",
      "CREATE TRIGGER guardians_keep_known BEFORE INSERT OR UPDATE OF verified_at ON public.guardians FOR EACH ROW EXECUTE FUNCTION guardians_keep_known()",
      "CREATE TRIGGER line_moves_append_only BEFORE DELETE OR UPDATE ON public.line_moves FOR EACH ROW EXECUTE FUNCTION line_moves_decided_once()",
      "CREATE TRIGGER line_moves_no_truncate BEFORE TRUNCATE ON public.line_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER login_identities_account_lives BEFORE INSERT ON public.login_identities FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id')",
      "CREATE TRIGGER notices_follow_account BEFORE INSERT ON public.notices FOR EACH ROW EXECUTE FUNCTION notices_follow_account()",
      "CREATE TRIGGER number_changes_decided_once BEFORE DELETE OR UPDATE ON public.number_changes FOR EACH ROW EXECUTE FUNCTION decided_once('decided_at', '{decided_by,decider,decided_at,approved}', '{account_id}', '{old_phone_enc,new_phone_enc}', '{told_at}')",
      "CREATE TRIGGER number_changes_no_truncate BEFORE TRUNCATE ON public.number_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER programmes_duty_hours AFTER UPDATE OF state ON public.programmes FOR EACH ROW WHEN ((new.state = 'cancelled'::text)) EXECUTE FUNCTION drop_duty_hours()",
      "CREATE TRIGGER rating_published_append_only BEFORE DELETE OR UPDATE ON public.rating_published FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER rating_published_bounded AFTER INSERT ON public.rating_published REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION rating_published_bounded()",
      "CREATE TRIGGER rating_text_judgements_append_only BEFORE DELETE OR UPDATE ON public.rating_text_judgements FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER ratings_by_person_served BEFORE INSERT ON public.ratings FOR EACH ROW EXECUTE FUNCTION ratings_by_person_served()",
      "CREATE TRIGGER ratings_not_deleted BEFORE DELETE ON public.ratings FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER ratings_stand BEFORE UPDATE ON public.ratings FOR EACH ROW EXECUTE FUNCTION ratings_stand()",
      "CREATE TRIGGER room_changes_append_only BEFORE DELETE OR UPDATE ON public.room_changes FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER room_changes_no_truncate BEFORE TRUNCATE ON public.room_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER room_closures_tell AFTER INSERT OR UPDATE ON public.room_closures FOR EACH ROW EXECUTE FUNCTION tell_room_of_row()",
      "CREATE TRIGGER room_photo_sizes_objects_go AFTER DELETE ON public.room_photo_sizes REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION file_pages_objects_go()",
      "CREATE TRIGGER rooms_tell AFTER INSERT OR UPDATE ON public.rooms FOR EACH ROW EXECUTE FUNCTION tell_room_itself()",
      "CREATE TRIGGER service_record_items_append_only BEFORE DELETE OR UPDATE ON public.service_record_items FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER service_records_account_lives BEFORE INSERT ON public.service_records FOR EACH ROW WHEN ((new.account_id IS NOT NULL)) EXECUTE FUNCTION account_must_live('account_id')",
      "CREATE TRIGGER sessions_account_lives BEFORE INSERT ON public.sessions FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id')",
      "CREATE TRIGGER signup_hours_append_only BEFORE DELETE OR UPDATE ON public.signup_hours FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER signup_hours_withdraw AFTER INSERT ON public.signup_hours FOR EACH ROW EXECUTE FUNCTION withdraw_service_records()",
      "CREATE TRIGGER survey_answers_printed BEFORE INSERT ON public.survey_answers FOR EACH ROW EXECUTE FUNCTION survey_answers_printed()",
      "CREATE TRIGGER survey_participants_account_lives BEFORE INSERT ON public.survey_participants FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id')",
      "CREATE TRIGGER survey_results_append_only BEFORE DELETE OR UPDATE ON public.survey_results FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER visit_months_frozen_once BEFORE DELETE OR UPDATE ON public.visit_months FOR EACH ROW EXECUTE FUNCTION decided_once('frozen_at', '{frozen_at,listed,seen,hospital,refused,unseen,gone}', '{}', '{}', '{}')",
      "CREATE TRIGGER visit_months_no_truncate BEFORE TRUNCATE ON public.visit_months FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER visits_append_only BEFORE DELETE OR UPDATE ON public.visits FOR EACH ROW EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER visits_no_truncate BEFORE TRUNCATE ON public.visits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      "CREATE TRIGGER volunteers_leave_teams AFTER UPDATE OF state ON public.volunteers FOR EACH ROW WHEN ((new.state <> ALL (ARRAY['asked'::text, 'verified'::text]))) EXECUTE FUNCTION leave_teams()",
    ]
  `)
})
