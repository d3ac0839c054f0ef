/** The people whom a demonstration lets anybody sign in as. */
import { demoCommunities } from './facilities'

interface Demo {
  key: string
  name: string
  says: string
  community: string
  elder?: true
  /** A role, at the community when no division is named. */
  role?: string
  division?: string
}

const [town, village] = demoCommunities
export const people: readonly Demo[] = [
  { key: '10-resident', name: '李秀英', says: '居民，想订活动室排练', community: town },
  { key: '11-elder', name: '王建国', says: '老年居民，用大字版', community: town, elder: true },
  { key: '12-guardian', name: '张丽华', says: '居民，孩子的监护人', community: town },
  { key: '13-proxy', name: '陈文斌', says: '居民，替父母代办', community: town },
  { key: '20-staff', name: '杨春梅', says: '社区工作者，确认预订', community: town, role: 'staff' },
  { key: '21-grid', name: '刘志强', says: '网格员', community: town, role: 'grid_worker' },
  { key: '22-care', name: '周小燕', says: '托管老师', community: town, role: 'care_worker' },
  { key: '23-legal', name: '高正荣', says: '法律顾问', community: town, role: 'legal_adviser' },
  { key: '24-volunteer', name: '赵海涛', says: '志愿者', community: town, role: 'volunteer' },
  { key: '25-partner', name: '何玉兰', says: '驻区单位联系人', community: town, role: 'partner_unit' },
  {
    key: '30-township',
    name: '马国庆',
    says: '鹿城镇督办',
    community: town,
    role: 'supervisor',
    division: '532301101',
  },
  {
    key: '33-township-staff',
    name: '罗玉兰',
    says: '鹿城镇工作人员，回访差评',
    community: town,
    role: 'staff',
    division: '532301101',
  },
  {
    key: '31-county',
    name: '段永芬',
    says: '楚雄市督办',
    community: town,
    role: 'supervisor',
    division: '532301',
  },
  {
    key: '32-prefecture',
    name: '徐文斌',
    says: '楚雄州督办',
    community: town,
    role: 'supervisor',
    division: '5323',
  },
  {
    key: '34-county-staff',
    name: '郭志强',
    says: '楚雄市工作人员，复核评价',
    community: town,
    role: 'staff',
    division: '532301',
  },
  { key: '40-resident', name: '普秀英', says: '村民，想订活动厅开会', community: village },
  { key: '41-elder', name: '罗建国', says: '老年村民，用大字版', community: village, elder: true },
  { key: '42-guardian', name: '鲁春梅', says: '村民，孩子的监护人', community: village },
  { key: '43-proxy', name: '者志强', says: '村民，替父母代办', community: village },
  { key: '50-staff', name: '起丽华', says: '村委会工作人员，确认预订', community: village, role: 'staff' },
  { key: '51-grid', name: '普国庆', says: '网格员', community: village, role: 'grid_worker' },
  { key: '52-care', name: '李小燕', says: '托管老师', community: village, role: 'care_worker' },
  { key: '53-legal', name: '罗正荣', says: '法律明白人', community: village, role: 'legal_adviser' },
  { key: '54-volunteer', name: '周海涛', says: '志愿者', community: village, role: 'volunteer' },
  { key: '55-partner', name: '马玉兰', says: '驻村单位联系人', community: village, role: 'partner_unit' },
  {
    key: '60-township',
    name: '鲁永芬',
    says: '光禄镇督办',
    community: village,
    role: 'supervisor',
    division: '532325102',
  },
  {
    key: '61-township-staff',
    name: '者春梅',
    says: '光禄镇工作人员，回访差评',
    community: village,
    role: 'staff',
    division: '532325102',
  },
  {
    key: '26-mediator',
    name: '李文斌',
    says: '鹿城镇人民调解员',
    community: town,
    role: 'mediator',
    division: '532301101',
  },
  {
    key: '35-legal-aid',
    name: '何志强',
    says: '楚雄市法律援助中心',
    community: town,
    role: 'legal_aid',
    division: '532301',
  },
  {
    key: '36-notary',
    name: '徐丽华',
    says: '楚雄州公证员',
    community: town,
    role: 'notary',
    division: '5323',
  },
  {
    key: '37-appraiser',
    name: '段国庆',
    says: '楚雄州司法鉴定人',
    community: town,
    role: 'appraiser',
    division: '5323',
  },
  {
    key: '56-mediator',
    name: '普玉兰',
    says: '光禄镇人民调解员',
    community: village,
    role: 'mediator',
    division: '532325102',
  },
  {
    key: '62-legal-aid',
    name: '罗海涛',
    says: '姚安县法律援助中心',
    community: village,
    role: 'legal_aid',
    division: '532325',
  },
]
