import { schoolGradeWord } from '@linli/contracts/words'
import { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import type { FormProps } from '../form-props'
import { editText } from '../text'
import { ChoiceField } from './choice-field'
import { CircumstancesField } from './circumstances-field'
import { ContactsFields } from './contacts-fields'
import { RelationField } from './relation-field'

/** All about a child in sections; every fault of the service's answer stands at its field. */
export const ChildForm = (props: FormProps & { isNew: boolean }) => (
  <>
    <Call {...props} />
    <Who {...props} />
    <ContactsFields {...props} />
    <Health {...props} />
    <CircumstancesField {...props} />
  </>
)

const Call = ({ form, change, problem }: FormProps) => (
  <Card title={editText.call}>
    <Field
      id="child-nickname"
      label={editText.nickname}
      help={editText.nicknameHelp}
      maxLength={8}
      value={form.nickname}
      fault={faultText(problem, 'body.nickname')}
      onInput={(nickname) => change({ nickname })}
    />
  </Card>
)

const grades = schoolGradeWord.map((word, n) => ({ value: String(n), word }))

/** The rule of the service about this one field. */
const impossible = (problem: unknown) =>
  problem instanceof ProblemError && problem.code === 'birth_date_impossible' ? problem.title : null

const Who = ({ form, change, problem, isNew }: FormProps & { isNew: boolean }) => (
  <Card title={editText.who}>
    <Field
      id="child-name"
      label={editText.name}
      help={editText.nameHelp}
      maxLength={60}
      value={form.name}
      fault={faultText(problem, 'body.name')}
      onInput={(name) => change({ name })}
    />
    <Field
      id="child-birth"
      kind="date"
      label={editText.birthDate}
      placeholder={editText.pickDate}
      value={form.birthDate}
      fault={faultText(problem, 'body.birthDate') ?? impossible(problem)}
      onInput={(birthDate) => change({ birthDate })}
    />
    <ChoiceField
      label={editText.grade}
      help={editText.gradeHelp}
      options={grades}
      chosen={form.grade === null ? null : String(form.grade)}
      fault={faultText(problem, 'body.grade')}
      onChoose={(value) => change({ grade: Number(value) })}
    />
    {isNew && (
      <RelationField
        label={editText.relation}
        chosen={form.relation}
        fault={faultText(problem, 'body.relation')}
        onChoose={(relation) => change({ relation })}
      />
    )}
  </Card>
)

const Health = ({ form, change, problem }: FormProps) => (
  <Card title={editText.health}>
    <Box as="p" className="muted">
      {editText.healthHelp}
    </Box>
    <Box className="after-card">
      <Field
        id="child-allergies"
        tall
        optional
        label={editText.allergies}
        placeholder={editText.allergiesHint}
        maxLength={200}
        value={form.allergies}
        fault={faultText(problem, 'body.allergies')}
        onInput={(allergies) => change({ allergies })}
      />
      <Field
        id="child-medication"
        tall
        optional
        label={editText.medication}
        placeholder={editText.medicationHint}
        maxLength={200}
        value={form.medication}
        fault={faultText(problem, 'body.medication')}
        onInput={(medication) => change({ medication })}
      />
    </Box>
  </Card>
)
