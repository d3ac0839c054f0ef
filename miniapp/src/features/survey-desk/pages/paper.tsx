import '../components/survey-desk.css'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { Answered } from '../../../shared/ui/answers/answered'
import { Lead } from '../../../shared/ui/lead'
import { InCommunities } from '../../../shared/staff/in-communities'
import { Scoped } from '../../../shared/staff/scoped'
import { useSurvey } from '../api'
import { Closed, ForCommunity } from '../components/for-community'
import { Paper } from '../components/paper'
import { paperText } from '../text'

/** Sheets of paper are entered one after the other, for one community at a time. */
export default function PaperPage() {
  const { id = '' } = useRouter().params
  const query = useSurvey(id)
  return (
    <Scoped title={paperText.title} returnTo={pages.paperAnswers(id)} className="sv sv-paper">
      {(grant) => (
        <Answered query={query} blocks={[90, 120, 120]}>
          {(one) =>
            one.can.includes('enter_paper') ? (
              <InCommunities grant={grant}>
                {(places) => (
                  <>
                    <Lead picture="book" title={one.title} />
                    <ForCommunity division={grant.division} places={places}>
                      {(place) => <Paper key={place.code} survey={one} community={place.code} />}
                    </ForCommunity>
                  </>
                )}
              </InCommunities>
            ) : (
              <Closed id={id} />
            )
          }
        </Answered>
      )}
    </Scoped>
  )
}
