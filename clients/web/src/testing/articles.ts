// The articles of all languages that have some, which come with their words: for tests and the gallery.
import { holdArticles } from "../i18n/articles";
import { articles as spanish } from "../i18n/articles/es";
import { articles as french } from "../i18n/articles/fr";

holdArticles("fr", french);
holdArticles("es", spanish);
