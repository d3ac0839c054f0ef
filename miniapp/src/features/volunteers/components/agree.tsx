import './volunteers.css'
import { minorRules, volunteerRules } from '@linli/contracts/volunteer-rules'
import { pages } from '../../../shared/navigation/pages'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { self } from '../draft'
import { joinText } from '../text'
import type { Join } from '../use-join'

/** Who it is, what is promised, and what is not known yet of whoever registers. */
export const Agree = ({ join }: { join: Join }) => (
  <>
    {join.signedIn && <Who join={join} />}
    <Rules title={joinText.agree} rules={volunteerRules} />
    {join.who !== null && join.who !== self && <Rules title={joinText.minorAgree} rules={minorRules} />}
    <Missing join={join} />
  </>
)

function Who({ join: { candidates, who, change } }: { join: Join }) {
  const reachable = who ?? candidates[0]?.value
  return (
    <Card title={joinText.who}>
      <Box {...arrowKeys} className="join__options" role="radiogroup" label={joinText.who}>
        {candidates.map(({ value, word }) => (
          <Tap
            key={value}
            className={`choice join__option ${value === who ? 'choice--on' : ''}`}
            role="radio"
            checked={value === who}
            skipped={value !== reachable}
            onTap={() => change({ who: value })}
          >
            {word}
          </Tap>
        ))}
      </Box>
      <Box as="p" className="muted join__part">
        {joinText.minors}
      </Box>
      <Row title={joinText.addChild} to={pages.children} />
    </Card>
  )
}

const Rules = ({ title, rules }: { title: string; rules: readonly string[] }) => (
  <Card title={title}>
    <Box className="join__rules">
      {rules.map((rule) => (
        <Box as="p" key={rule}>
          {rule}
        </Box>
      ))}
    </Box>
  </Card>
)

/** Nothing is asked that is known. */
const Missing = ({ join: { me, community } }: { join: Join }) => (
  <Card>
    <Row title={joinText.community} end={community?.name ?? joinText.noCommunity} to={pages.communities} />
    {me !== null && me.name === null && (
      <Row title={joinText.name} under={joinText.nameHelp} to={pages.name} />
    )}
    {me !== null && me.phone === null && (
      <Row title={joinText.phone} under={joinText.phoneHelp} to={pages.phone} />
    )}
  </Card>
)
