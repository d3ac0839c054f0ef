import { elderKindWord } from '@linli/contracts/visit-words'
import { elderKind } from '@linli/contracts/visits'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import type { ProblemError } from '../../../shared/http/problem'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import type { ElderDraft } from '../draft'
import { editText } from '../text'

interface Props {
  draft: ElderDraft
  problem: ProblemError | null
  /** Elders of the community with whom they may live. */
  others: readonly { id: string; name: string }[]
  /** Who may visit; only where somebody new is written down. */
  visitors: readonly { id: string; name: string }[]
  onChange: (part: Partial<ElderDraft>) => void
}

const none = 'none'

/** Who somebody is, where they live and whom to call; only the name and the kind have to be said. */
export const ElderForm = ({ draft, problem, others, visitors, onChange }: Props) => (
  <>
    <Card>
      <Field
        id="elder-name"
        label={editText.name}
        maxLength={60}
        value={draft.name}
        fault={faultText(problem, 'body.name')}
        onInput={(name) => onChange({ name })}
      />
      <Box className="label visits-part">{editText.kind}</Box>
      <Choice
        label={editText.kind}
        options={elderKind.options.map((value) => ({ value, word: elderKindWord[value] }))}
        chosen={draft.kind}
        onChoose={(kind) => onChange({ kind })}
      />
    </Card>
    <Reached draft={draft} problem={problem} onChange={onChange} />
    {others.length > 0 && (
      <Card title={editText.livesWith}>
        <Choice
          label={editText.livesWith}
          options={[
            { value: none, word: editText.alone },
            ...others.map(({ id, name }) => ({ value: id, word: name })),
          ]}
          chosen={draft.livesWith ?? none}
          onChoose={(id) => onChange({ livesWith: id === none ? null : id })}
        />
      </Card>
    )}
    {visitors.length > 0 && (
      <Card title={editText.visitor}>
        <Choice
          label={editText.visitor}
          options={[
            ...visitors.map(({ id, name }) => ({ value: id, word: name })),
            { value: none, word: editText.later },
          ]}
          chosen={draft.visitor ?? none}
          onChoose={(id) => onChange({ visitor: id === none ? null : id })}
        />
      </Card>
    )}
  </>
)

const Reached = ({ draft, problem, onChange }: Pick<Props, 'draft' | 'problem' | 'onChange'>) => (
  <Card>
    <Field
      id="elder-phone"
      kind="phone"
      optional
      label={editText.phone}
      maxLength={60}
      value={draft.phone}
      fault={faultText(problem, 'body.phone')}
      onInput={(phone) => onChange({ phone })}
    />
    <Field
      id="elder-address"
      optional
      label={editText.address}
      placeholder={editText.addressHint}
      maxLength={80}
      value={draft.address}
      fault={faultText(problem, 'body.address')}
      onInput={(address) => onChange({ address })}
    />
    <Field
      id="elder-emergency-name"
      optional
      label={editText.emergencyName}
      maxLength={60}
      value={draft.emergencyName}
      fault={faultText(problem, 'body.emergency.name')}
      onInput={(emergencyName) => onChange({ emergencyName })}
    />
    <Field
      id="elder-emergency-phone"
      kind="phone"
      optional
      label={editText.emergencyPhone}
      maxLength={60}
      value={draft.emergencyPhone}
      fault={faultText(problem, 'body.emergency.phone')}
      onInput={(emergencyPhone) => onChange({ emergencyPhone })}
    />
  </Card>
)
