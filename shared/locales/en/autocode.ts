export const autocode = {
  title: 'Autocode',
  invalid: 'The regular expression is not valid: {{problem}}',
  stuck:
    'The search never came to an end in “{{name}}”: this expression has too many ways to match there. Please write it differently.',
  failed: 'The search failed: {{message}}',
}
