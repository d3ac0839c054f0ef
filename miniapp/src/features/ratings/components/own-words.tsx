import { isBad, type RatingPage } from '@linli/contracts/ratings'
import { faultText } from '../../../shared/http/problem-text'
import type { ProblemError } from '../../../shared/http/problem'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import type { UsedDraft } from '../draft'
import { ratingsText } from '../text'
import { mostWords } from '../words'
import { SwitchRow } from './switch-row'

interface Props {
  page: RatingPage
  draft: UsedDraft
  problem: ProblemError | null
}

/** What somebody wants to say, whether everybody may read it, and whether the unit may know whose it is. */
export function OwnWords({ page: { caseId, confidential }, draft: { draft, change }, problem }: Props) {
  const written = draft.text.trim() !== ''
  const bad = draft.grade !== null && isBad(draft.grade)
  const reach = bad && draft.named ? ratingsText.wordsNamed : ratingsText.wordsHelp
  const help = written ? `${ratingsText.count(draft.text.length, mostWords)} · ${reach}` : reach
  const said = confidential ? ratingsText.confidential : ratingsText
  return (
    <>
      <Card>
        {confidential ? (
          <Box as="p">{ratingsText.confidential.words}</Box>
        ) : (
          <Field
            id={`rating-${caseId}`}
            tall
            optional
            label={ratingsText.words}
            placeholder={ratingsText.wordsHint}
            help={help}
            maxLength={mostWords}
            value={draft.text}
            fault={faultText(problem, 'body.text')}
            onInput={(text) => change({ text })}
          />
        )}
        {written && !confidential && (
          <Box className="rating-switches">
            <SwitchRow
              title={ratingsText.publish}
              help={ratingsText.publishHelp}
              on={draft.publish}
              onTap={() => change({ publish: !draft.publish })}
            />
          </Box>
        )}
      </Card>
      {bad && (
        <Card>
          <SwitchRow
            title={said.named}
            help={said.namedHelp}
            on={draft.named}
            onTap={() => change({ named: !draft.named })}
          />
        </Card>
      )}
    </>
  )
}
