import './programmes.css'
import type { Eligibility } from '@linli/contracts/enrolments'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { alsoAtWords, enteredCase, fitWords, isReady, remedyOf, scoreWords } from '../eligibility'
import { eligibilityText, programmeText } from '../text'
import type { Choice } from '../use-choice'

interface Props {
  children: readonly Eligibility[]
  choice: Choice
}

/** The reader's children against the rules, in words; those who may can be chosen, the others say what to do. */
export const ChildrenChoice = ({ children, choice }: Props) => (
  <Card title={programmeText.who}>
    {children.filter(isReady).length > 1 && (
      <Box as="p" className="muted">
        {programmeText.whoHelp}
      </Box>
    )}
    {children
      .filter((one) => enteredCase(one) === null)
      .map((one) =>
        isReady(one) ? (
          <Ready
            key={one.childId}
            one={one}
            chosen={choice.chosen.includes(one.childId)}
            onToggle={() => choice.toggle(one.childId)}
          />
        ) : (
          <Unfit key={one.childId} one={one} />
        ),
      )}
  </Card>
)

interface ReadyProps {
  one: Eligibility
  chosen: boolean
  onToggle: () => void
}

const Ready = ({ one, chosen, onToggle }: ReadyProps) => (
  <Tap
    className="row"
    role="switch"
    checked={chosen}
    label={[
      programmeText.takes(one.nickname),
      ...fitWords(one),
      ...scoreWords(one),
      ...alsoAtWords(one),
    ].join('，')}
    onTap={onToggle}
  >
    <Box className="row__words">
      <Box className="strong">{programmeText.takes(one.nickname)}</Box>
      <Words of={one} />
    </Box>
    <Box as="span" decorative className={`switch ${chosen ? 'switch--on' : ''}`} />
  </Tap>
)

function Unfit({ one }: { one: Eligibility }) {
  const remedy = remedyOf(one)
  return (
    <Box className="child-pick">
      <Box className="strong">{one.nickname}</Box>
      <Words of={one} />
      {remedy !== null && (
        <Tap
          className="child-pick__more"
          label={`${eligibilityText.remedy[remedy]}：${one.nickname}`}
          to={remedy === 'consent' ? pages.editChild(one.childId) : pages.child(one.childId)}
        >
          {eligibilityText.remedy[remedy]}
        </Tap>
      )}
    </Box>
  )
}

const Words = ({ of }: { of: Eligibility }) => (
  <>
    {[...fitWords(of), ...scoreWords(of), ...alsoAtWords(of)].map((words) => (
      <Box key={words} className="muted">
        {words}
      </Box>
    ))}
  </>
)
