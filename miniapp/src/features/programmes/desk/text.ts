/** An enrolment as staff read it. */
export const deskText = {
  place: '地点',
  programme: '去看这个托管班',
  cancel: {
    button: '取消名额',
    title: '取消这个名额？',
    label: '原因',
    help: '家庭会看到这句话，不要写孩子姓名和病情。',
  },
  sent: '已发送',
}
