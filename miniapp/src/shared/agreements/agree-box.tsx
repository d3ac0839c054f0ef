import '../ui/base.css'
import './agree-box.css'
import { pages } from '../navigation/pages'
import type { Consent } from './use-consent'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { frameText } from '../words/frame-text'

/** A box to tick, and both texts beside it; each opens by itself. */
export const AgreeBox = ({ consent }: { consent: Consent }) => (
  <Box className={`agree ${consent.missed ? 'agree--missed' : ''}`}>
    <Box className="agree__line">
      <Tap
        className="agree__tick"
        role="checkbox"
        checked={consent.ticked}
        label={`${frameText.agreeTick}${frameText.agreeTerms}${frameText.agreeAnd}${frameText.agreePrivacy}`}
        onTap={consent.tick}
      >
        <Box as="span" decorative className={`agree__box ${consent.ticked ? 'agree__box--on' : ''}`} />
        <Box as="span">{frameText.agreeTick}</Box>
      </Tap>
      <Tap className="agree__link" to={pages.text('terms')}>
        {frameText.agreeTerms}
      </Tap>
      <Box as="span">{frameText.agreeAnd}</Box>
      <Tap className="agree__link" to={pages.text('privacy')}>
        {frameText.agreePrivacy}
      </Tap>
    </Box>
    {consent.missed && (
      <Box className="field__fault" role="alert">
        {frameText.agreeMissed}
      </Box>
    )}
  </Box>
)
