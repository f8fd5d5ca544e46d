// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/texts_tab.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/profile_schema.h"
#include "campaign/campaign_snippets.h"
#include "editors/message_editor.h"
#include "ui/composer/editor_problems.h"
#include "ui/composer/page/editor_look.h"
#include "ui/library/text_saver.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/row_delegate.h"

namespace heliograph::ui {

namespace {

constexpr int kTextListWidth = 230;
constexpr int kEditorLines = 6;

/// A control inside the border of fields, with room around what it shows.
QWidget* inFrame(QFrame* control, int padding) {
  auto* frame = new Card;
  frame->setBorder(Card::Border::Strong);
  frame->setPadding(padding);
  control->setFrameShape(QFrame::NoFrame);
  frame->body()->addWidget(control);
  return frame;
}

enum TextsPage { EditorPage, EmptyPage };

/// A name that no text has yet: "Snippet 3".
QString freeName(const std::vector<library::LibraryText>& texts, const QString& pattern) {
  for (int n = static_cast<int>(texts.size()) + 1;; ++n) {
    const QString name = pattern.arg(n);
    const bool taken = std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return text.name == name; });
    if (!taken) return name;
  }
}

}  // namespace

struct TextsTab::Loaded {
  Result<std::vector<library::LibraryText>> texts;
  message::LintContext context;
};

TextsTab::TextsTab(Services& services, Shelf shelf, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_shelf(shelf),
      m_saver(new TextSaver(repository(), services.background, this)),
      m_list(new QListWidget),
      m_stack(new QStackedWidget),
      m_name(new QLineEdit),
      m_editor(new editors::MessageEditor),
      m_problems(new Label({}, TypeRole::Hint, Ink::Problem)),
      m_used(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_note(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_remove(new Button({}, ButtonRole::Quiet, Icon::Trash)) {
  const bool snippets = shelf == Shelf::Snippets;
  setObjectName(snippets ? QStringLiteral("library.snippets") : QStringLiteral("library.templates"));
  m_stack->addWidget(makeEditor());
  auto* empty = new EmptyState(
      Icon::FileText, snippets ? tr("No snippets yet") : tr("No templates yet"),
      snippets
          ? tr("A snippet is a piece that many messages share, such as a signature. Change it once, and every draft "
               "that uses it follows.")
          : tr("A template is a whole message to begin with. Save one from the menu of a message's tools."));
  auto* first = empty->addAction(snippets ? tr("New snippet") : tr("New template"), Icon::Plus);
  first->setObjectName(objectName() + QStringLiteral(".first"));
  connect(first, &Button::clicked, this, &TextsTab::create);
  m_stack->addWidget(empty);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Large);
  row->addWidget(makeList());
  row->addWidget(m_stack, 1);
  connect(m_saver, &TextSaver::saved, this, [this] {
    say(tr("Saved."), false);
    Q_EMIT changed();
  });
  connect(m_saver, &TextSaver::failed, this, [this](const QString& problem) { say(problem, true); });
}

const library::TextRepository& TextsTab::repository() const {
  if (m_shelf == Shelf::Snippets) return m_services.snippets;
  return m_services.templates;
}

QWidget* TextsTab::makeList() {
  const bool snippets = m_shelf == Shelf::Snippets;
  m_list->setObjectName(objectName() + QStringLiteral(".list"));
  m_list->setAccessibleName(snippets ? tr("Snippets") : tr("Templates"));
  m_list->setItemDelegate(new RowDelegate(m_list));
  auto* add = new Button(snippets ? tr("New snippet") : tr("New template"), ButtonRole::Plain, Icon::Plus);
  add->setObjectName(objectName() + QStringLiteral(".new"));
  connect(add, &Button::clicked, this, &TextsTab::create);
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    m_saver->saveNow();
    showCurrent();
  });
  auto* side = new QWidget;
  side->setFixedWidth(kTextListWidth);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(inFrame(m_list, size::Tiny), 1);
  column->addWidget(add);
  return side;
}

QWidget* TextsTab::makeEditor() {
  m_name->setObjectName(objectName() + QStringLiteral(".name"));
  m_name->setAccessibleName(tr("Name"));
  m_name->setMaxLength(library::TextRepository::longestName);
  m_editor->setObjectName(objectName() + QStringLiteral(".text"));
  m_editor->setAccessibleName(tr("Text"));
  m_editor->setTabChangesFocus(true);
  m_editor->setMinimumLines(kEditorLines);
  m_editor->setTheme(editorLook(Tokens::of(this)));
  m_problems->setObjectName(objectName() + QStringLiteral(".problems"));
  m_used->setObjectName(objectName() + QStringLiteral(".uses"));
  m_note->setObjectName(objectName() + QStringLiteral(".note"));
  m_remove->setObjectName(objectName() + QStringLiteral(".remove"));
  for (Label* label : {m_problems, m_used, m_note}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
  }
  connect(m_name, &QLineEdit::editingFinished, this, &TextsTab::rename);
  connect(m_editor, &editors::MessageEditor::textEdited, this, &TextsTab::noteEdit);
  connect(m_editor, &editors::MessageEditor::fixChosen, this, &TextsTab::takeFix);
  connect(m_editor, &editors::MessageEditor::undoRequested, this, [this] { step(m_past, m_future); });
  connect(m_editor, &editors::MessageEditor::redoRequested, this, [this] { step(m_future, m_past); });
  connect(m_remove, &Button::clicked, this, &TextsTab::askRemoval);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_note, 1);
  foot->addWidget(m_remove);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Name"), m_name));
  column->addWidget(m_name);
  column->addWidget(makeFieldLabel(tr("Text"), m_editor));
  column->addWidget(inFrame(m_editor, size::Medium));
  column->addWidget(m_problems);
  column->addWidget(m_used);
  column->addStretch();
  column->addLayout(foot);
  return page;
}

void TextsTab::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_editor->setProperties(properties);
}

// Not before everything typed is in the file: else the old text would be shown, and saved with the next key.
void TextsTab::refresh(const QString& name) {
  m_saver->whenSaved([this, name, asked = ++m_asks] { read(name, asked); });
}

void TextsTab::read(const QString& name, quint64 asked) {
  if (asked != m_asks) return;
  m_typed.clear();
  m_services.background
      .run([services = m_services, &repository = repository()] {
        Loaded loaded{repository.list(), {}};
        if (const auto schema = audience::ProfileSchema::load(services.database)) {
          loaded.context.properties = (*schema)->fieldNames();
        }
        if (auto snippets = campaign::librarySnippets(services.database, services.clock)) {
          loaded.context.snippets = std::move(*snippets);
        }
        if (const auto samples = campaign::couponSamples(services.database, services.clock)) {
          loaded.context.coupons = campaign::poolNames(*samples);
        }
        return loaded;
      })
      .then(this, [this, name, asked](const Loaded& loaded) {
        if (asked == m_asks) showLoaded(loaded, name);
      });
}

void TextsTab::showLoaded(const Loaded& loaded, const QString& name) {
  if (!loaded.texts) return say(loaded.texts.error().message, true);
  m_context = loaded.context;
  m_context.isSnippet = m_shelf == Shelf::Snippets;
  // Which event starts the campaigns that will use it isn't known here.
  m_context.event = message::ReadableEvent{};
  m_texts = *loaded.texts;
  for (library::LibraryText& text : m_texts) {
    const auto typed = m_typed.find(text.id);
    if (typed == m_typed.end()) continue;
    text.text = typed->second;
    if (m_context.snippets && m_context.isSnippet) (*m_context.snippets)[text.name] = text.text;
  }
  const library::LibraryText* before = current();
  const QString wanted = !name.isEmpty() ? name : before ? before->name : QString();
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  int row = 0;
  for (const library::LibraryText& text : m_texts) {
    if (text.name == wanted) row = m_list->count();
    auto* item = new QListWidgetItem(text.name, m_list);
    item->setData(Qt::UserRole, text.id.value);
    item->setToolTip(text.name);
  }
  m_stack->setCurrentIndex(m_texts.empty() ? EmptyPage : EditorPage);
  m_list->setCurrentRow(m_texts.empty() ? -1 : row);
  showCurrent();
  Q_EMIT listed();
}

library::LibraryText* TextsTab::current() {
  const auto found =
      std::find_if(m_texts.begin(), m_texts.end(), [this](const auto& text) { return text.id == m_shown; });
  return found == m_texts.end() ? nullptr : &*found;
}

void TextsTab::showCurrent() {
  const QListWidgetItem* item = m_list->currentItem();
  const LibraryTextId before = std::exchange(m_shown, {});
  m_shown = LibraryTextId{item ? item->data(Qt::UserRole).toLongLong() : 0};
  m_asked = false;
  m_uses.clear();
  m_remove->setText(m_shelf == Shelf::Snippets ? tr("Delete the snippet") : tr("Delete the template"));
  const library::LibraryText* text = current();
  if (!text) return;
  m_name->setText(text->name);
  if (before != m_shown || m_editor->source() != text->text) {
    m_past.clear();
    m_future.clear();
  }
  m_editor->setSource(text->text);
  showProblems();
  showUses();
}

void TextsTab::showProblems() {
  const QByteArray text = m_editor->source();
  const auto problems = message::lintMessage(text, m_context);
  QStringList lines;
  for (const message::MessageProblem& problem : problems) {
    if (problem.severity == message::MessageProblem::Severity::Error) lines << problem.text;
  }
  auto waves = editorProblems(text, problems, {});
  for (auto& mark : editorProblems(message::costlyMarks(text))) waves.push_back(std::move(mark));
  m_editor->setProblems(std::move(waves));
  m_problems->setText(lines.join(QLatin1Char('\n')));
  m_problems->setVisible(!lines.isEmpty());
}

void TextsTab::takeFix(const editors::EditorFix& fix) {
  if (fix.name == QLatin1String(kOpenSnippet)) return Q_EMIT snippetRequested(QString::fromUtf8(fix.with));
  if (fix.name != QLatin1String(kReplaceCostly)) return m_editor->applyFix(fix);
  const QByteArray text = m_editor->source();
  m_editor->selectAll();
  m_editor->insertSource(message::withReplacements(text, message::costlyMarks(text)));
}

void TextsTab::step(std::vector<QByteArray>& from, std::vector<QByteArray>& to) {
  library::LibraryText* shown = current();
  if (!shown || from.empty()) return;
  to.push_back(shown->text);
  const QByteArray text = std::exchange(from.back(), {});
  from.pop_back();
  m_editor->setSource(text, true);
  keep(text);
}

void TextsTab::showUses() {
  m_used->setVisible(m_shelf == Shelf::Snippets);
  const library::LibraryText* text = current();
  if (m_shelf != Shelf::Snippets || !text) return;
  m_used->setText({});
  m_services.background
      .run([services = m_services, name = text->name] {
        return campaign::dependantsOf(services.database, services.clock, name);
      })
      .then(this, [this, id = text->id](const Result<std::vector<campaign::SnippetDependant>>& found) {
        if (id != m_shown || !found) return;
        QStringList published;
        for (const auto& one : *found) {
          const QString name = one.name.isEmpty() ? tr("an untitled campaign") : tr("“%1”").arg(one.name);
          (one.isDraft ? m_uses : published) << name;
        }
        // Several untitled campaigns are called alike.
        m_uses.removeDuplicates();
        published.removeDuplicates();
        QStringList words;
        if (m_uses.isEmpty() && published.isEmpty()) words << tr("Nothing uses it yet.");
        if (!m_uses.isEmpty()) words << tr("Used by %1.").arg(m_uses.join(QStringLiteral(", ")));
        if (!published.isEmpty()) {
          words << tr("Published with the text it had then: %1.").arg(published.join(QStringLiteral(", ")));
        }
        m_used->setText(words.join(QLatin1Char(' ')));
      });
}

void TextsTab::noteEdit(const QByteArray& text) {
  library::LibraryText* shown = current();
  if (!shown) return;
  m_past.push_back(shown->text);
  m_future.clear();
  keep(text);
}

void TextsTab::keep(const QByteArray& text) {
  library::LibraryText* shown = current();
  shown->text = text;
  m_typed[shown->id] = text;
  m_saver->keep(shown->id, text);
  if (m_context.snippets && m_shelf == Shelf::Snippets) (*m_context.snippets)[shown->name] = text;
  showProblems();
  say({}, false);
}

bool TextsTab::flush() {
  return m_saver->flush();
}

void TextsTab::create() {
  m_saver->saveNow();
  const QString name = freeName(m_texts, m_shelf == Shelf::Snippets ? tr("snippet-%1") : tr("Template %1"));
  m_services.background.run([&repository = repository(), name] { return repository.create(name, {}); })
      .then(this, [this, name](const Result<LibraryTextId>& made) {
        if (!made) return say(made.error().message, true);
        Q_EMIT changed();
        refresh(name);
        m_name->setFocus();
        m_name->selectAll();
      });
}

void TextsTab::rename() {
  const library::LibraryText* text = current();
  const QString name = m_name->text().trimmed();
  if (!text || name == text->name) return;
  if (!m_uses.isEmpty()) {
    m_name->setText(text->name);
    return say(tr("%1 would not find it under another name. Change them first.").arg(m_uses.join(QStringLiteral(", "))),
               true);
  }
  m_services.background.run([&repository = repository(), id = text->id, name] { return repository.rename(id, name); })
      .then(this, [this, name, before = text->name](const Result<>& renamed) {
        if (!renamed) {
          m_name->setText(before);
          return say(renamed.error().message, true);
        }
        say(tr("Saved."), false);
        Q_EMIT changed();
        refresh(name);
      });
}

// The second press removes it, once the first has said what depends on it.
void TextsTab::askRemoval() {
  if (m_uses.isEmpty() || m_asked) return remove();
  m_asked = true;
  m_remove->setText(tr("Delete it all the same"));
  say(tr("%1 could not be sent without it.").arg(m_uses.join(QStringLiteral(", "))), true);
}

void TextsTab::remove() {
  const library::LibraryText* text = current();
  if (!text) return;
  m_saver->forget(text->id);
  m_saver->whenSaved([this, id = text->id] {
    m_services.background.run([&repository = repository(), id] { return repository.remove(id); })
        .then(this, [this](const Result<>& removed) {
          say(removed ? QString() : removed.error().message, !removed);
          Q_EMIT changed();
          refresh();
        });
  });
}

void TextsTab::say(const QString& words, bool problem) {
  m_note->setInk(problem ? Ink::Problem : Ink::Text2);
  m_note->setText(words);
}

}  // namespace heliograph::ui
