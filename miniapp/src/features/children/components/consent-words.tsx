import './children.css'
import { Box } from '../../../shared/ui/base/box'
import { consentPartsOf, consentWords } from '../consent'
import { consentText } from '../text'

/** What a guardian decides, or has decided, about, word for word. */
export const ConsentWords = ({ version = consentWords.version }: { version?: number }) => (
  <>
    <Box as="p">{consentWords.intro}</Box>
    {consentPartsOf(version).map(({ head, lines }) => (
      <Box as="section" key={head} className="consent__part">
        <Box as="h3" className="consent__head">
          {head}
        </Box>
        <Box as="ul">
          {lines.map((line) => (
            <Box as="li" key={line} className="consent__line">
              {line}
            </Box>
          ))}
        </Box>
      </Box>
    ))}
    <Box as="p" className="muted after-card">
      {consentText.version(version)}
    </Box>
  </>
)
