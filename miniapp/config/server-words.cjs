/**
 * Leaves out of the app what an endpoint says for the page of the interface alone: its line in English, and which refusals
 * it adds. The app knows each refusal by the answer.
 */
const folder = /contracts[\\/]src[\\/]/

module.exports = () => ({
  visitor: {
    ObjectProperty(path, { filename = '' }) {
      const { key, value } = path.node
      const isWords =
        (key.name === 'summary' && value.type === 'StringLiteral') ||
        (key.name === 'problems' && value.type === 'ArrayExpression')
      if (isWords && folder.test(filename)) path.remove()
    },
  },
})
