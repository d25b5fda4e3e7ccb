import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // Marks in the text and areas that scroll take the focus on purpose.
    warningFilter: (warning) => warning.code !== "a11y_no_noninteractive_tabindex",
  },
};
