import { Box } from '../../../shared/ui/base/box'
import { Choice } from '../../../shared/forms/choice'
import type { Carer } from '../duty-form'
import { dutiesText } from '../staff-text'

interface Props {
  /** Those who are not there already. */
  free: readonly Carer[]
  /** The community has no carers at all. */
  none: boolean
  chosen: string | null
  fault: string | null
  onChoose: (accountId: string) => void
}

/** Who can be put on duty, and where others come from. */
export const CarerChoice = ({ free, none, chosen, fault, onChoose }: Props) => (
  <Box className={`field ${fault === null ? '' : 'faulty'}`}>
    <Box className="label">{dutiesText.carer}</Box>
    {free.length === 0 ? (
      <Box>{none ? dutiesText.noCarers : dutiesText.allThere}</Box>
    ) : (
      <Choice
        label={dutiesText.carer}
        options={free.map(({ accountId, name }) => ({ value: accountId, word: name }))}
        chosen={chosen}
        faulty={fault !== null}
        onChoose={onChoose}
      />
    )}
    {fault !== null && (
      <Box className="field__fault" role="alert">
        {fault}
      </Box>
    )}
    <Box className="muted">{dutiesText.newCarer}</Box>
  </Box>
)
