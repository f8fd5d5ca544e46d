// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_page.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/people/people_desk.h"
#include "ui/people/people_menu.h"
#include "ui/people/people_questions.h"
#include "ui/people/people_table.h"
#include "ui/people/person_pane.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using audience::Profile;

namespace {

/// A quick typist's next key comes before this, and spares a search.
constexpr std::chrono::milliseconds kPeopleTypingPause{40};

}  // namespace

PeoplePage::PeoplePage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_finder(std::make_shared<audience::PeopleFinder>(services.database, services.clock)),
      m_model(m_finder, services.background),
      m_desk(new PeopleDesk(services, this)),
      m_menu(new PeopleMenu(this)),
      m_search(new SearchField(tr("Name, number or identity"))),
      m_table(new PeopleTable(m_model)),
      m_pane(new PersonPane(services, *m_menu)),
      m_stack(new QStackedWidget),
      m_spinner(new Spinner),
      m_count(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_note(new Label({}, TypeRole::Hint, Ink::Text2)) {
  setObjectName(QStringLiteral("people"));
  m_stack->addWidget(makeList());
  m_stack->addWidget(makeNothing());
  m_stack->addWidget(makeEmpty());
  auto* body = new QHBoxLayout;
  body->setSpacing(0);
  body->addWidget(m_stack, 1);
  body->addWidget(m_pane);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar());
  column->addLayout(body, 1);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kPeopleTypingPause);
  connectParts();
  m_desk->finishErasures();
}

PeoplePage::~PeoplePage() {
  m_indexing.cancel();
  m_counting.cancel();
}

QWidget* PeoplePage::makeBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_back = new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"));
  m_back->setObjectName(QStringLiteral("people.back"));
  m_search->setObjectName(QStringLiteral("people.search"));
  m_search->setAccessibleName(tr("Search people"));
  m_search->setToolTip(tr("Any part of a name or identity, or a number as you would write it"));
  m_search->setShortcutHint(tr("Ctrl F"));
  m_search->setMinimumWidth(240);
  m_search->setMaximumWidth(420);
  auto* import = new Button(tr("Import contacts"), ButtonRole::Plain, Icon::FileText);
  import->setObjectName(QStringLiteral("people.import"));
  connect(m_back, &IconButton::clicked, this, &PeoplePage::leaveRequested);
  connect(import, &Button::clicked, this, &PeoplePage::importRequested);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(m_back);
  row->addWidget(new Label(tr("People"), TypeRole::Header));
  row->addStretch();
  row->addWidget(m_search, 2);
  row->addWidget(import);
  return bar;
}

QWidget* PeoplePage::makeList() {
  m_count->setObjectName(QStringLiteral("people.count"));
  m_note->setObjectName(QStringLiteral("people.note"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  auto* foot = new Surface(Qt::TopEdge);
  foot->setMinimumHeight(size::FooterBar);
  auto* line = new QHBoxLayout(foot);
  line->setContentsMargins(20, size::Small, 20, size::Small);
  line->setSpacing(size::Medium);
  line->addWidget(m_count);
  line->addWidget(m_spinner);
  line->addWidget(m_note, 1);
  auto* list = new QWidget;
  auto* rows = new QVBoxLayout;
  rows->setContentsMargins(20, size::Medium, 20, 0);
  rows->addWidget(m_table);
  auto* column = new QVBoxLayout(list);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addLayout(rows, 1);
  column->addWidget(foot);
  return list;
}

QWidget* PeoplePage::makeNothing() {
  auto* nothing = new EmptyState(Icon::Search, tr("Nobody is found"),
                                 tr("Nobody has this in their name, identity or number. A part of a word is enough, "
                                    "and numbers may be written with or without their country code."));
  Button* clear = nothing->addAction(tr("Show everybody"), Icon::Close);
  clear->setObjectName(QStringLiteral("people.nothing.clear"));
  connect(clear, &Button::clicked, this, [this] {
    m_search->clear();
    m_table->setFocus();
  });
  return nothing;
}

QWidget* PeoplePage::makeEmpty() {
  auto* empty = new EmptyState(Icon::Users, tr("No people yet"),
                               tr("Import a spreadsheet, a CSV or a JSON file of your contacts, and find everybody "
                                  "here with what they did and what they were sent."));
  Button* import = empty->addAction(tr("Import contacts"), Icon::FileText);
  import->setObjectName(QStringLiteral("people.empty.import"));
  connect(import, &Button::clicked, this, &PeoplePage::importRequested);
  return empty;
}

void PeoplePage::connectParts() {
  connect(m_search, &SearchField::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(&m_typing, &QTimer::timeout, this, [this] {
    m_model.search(m_search->text().trimmed());
    m_note->clear();
    showFoot();
  });
  connect(&m_model, &items::FoundPeopleModel::answered, this, &PeoplePage::showAnswer);
  connect(&m_model, &items::FoundPeopleModel::failed, this, [this](const Error& error) {
    if (error.code != ErrorCode::Cancelled) Q_EMIT failed(error.message);
  });
  connect(m_table, &PeopleTable::selectionChanged, this, [this] { m_pane->showPeople(m_table->selected()); });
  connect(m_table, &PeopleTable::activated, m_pane, &PersonPane::focusParts);
  connect(m_table, &PeopleTable::menuRequested, this, [this](const QPoint& at) { m_menu->menu().popup(at); });
  connect(m_table, &PeopleTable::removeRequested, this, [this] { act(PeopleAct::Remove); });
  connect(m_menu, &PeopleMenu::triggered, this, &PeoplePage::act);
  connect(m_pane, &PersonPane::campaignRequested, this, &PeoplePage::campaignRequested);
  connect(&m_pane->question(), &QuestionCard::answered, m_table, qOverload<>(&QWidget::setFocus));
  connect(m_desk, &PeopleDesk::said, m_note, &QLabel::setText);
  connect(m_desk, &PeopleDesk::failed, this, [this](const QString& why) {
    m_note->clear();
    Q_EMIT failed(why);
  });
  connect(m_desk, &PeopleDesk::changed, this, [this](const std::vector<ProfileId>& people) {
    m_model.renew(people);
    m_pane->reload();
    readIndex();
  });
}

void PeoplePage::refresh() {
  m_note->clear();
  m_model.reload();
  m_searchesAgain = true;
  readIndex();
  showFoot();
  if (isVisible() && !m_search->hasFocus()) m_search->setFocus();
}

void PeoplePage::showPerson(const QString& identity) {
  m_wanted = identity;
  // The page is read by refresh(), which whoever shows the page calls.
  m_search->setText(identity);
}

void PeoplePage::readIndex() {
  if (m_isIndexing) return;
  m_isIndexing = true;
  showFoot();
  m_services.background.run([finder = m_finder, cancel = m_indexing] { return finder->index().refresh(cancel); })
      .then(this, [this](const Result<bool>& changed) {
        m_isIndexing = false;
        showFoot();
        if (!changed) return Q_EMIT failed(changed.error().message);
        // Only then: who is at work in the list isn't to lose the place.
        if (std::exchange(m_searchesAgain, false) && *changed && !m_model.text().isEmpty()) return m_model.reload();
        count();
      });
}

void PeoplePage::count() {
  m_counting.cancel();
  m_counting = CancelToken();
  m_services.background
      .run([finder = m_finder, text = m_model.text(), cancel = m_counting] { return finder->count(text, cancel); })
      .then(this, [this, asked = ++m_counted](const Result<qint64>& people) {
        if (asked != m_counted) return;
        m_people = people.value_or(-1);
        showFoot();
      });
}

void PeoplePage::showAnswer() {
  const bool nobody = m_model.rowCount() == 0;
  // While names are still read, nobody found yet is no answer.
  const bool isSure = m_model.text().isEmpty() || m_finder->index().isComplete();
  m_stack->setCurrentIndex(nobody && isSure ? (m_model.text().isEmpty() ? EmptyView : NothingView) : ListView);
  m_pane->setVisible(m_stack->currentIndex() == ListView);
  m_pane->showPeople(m_table->selected());
  if (!m_wanted.isEmpty() && m_model.text() == m_wanted && !nobody) {
    m_table->select(m_model.row(0).id);
    m_wanted.clear();
    m_table->setFocus();
  }
  m_people = -1;
  showFoot();
  count();
}

void PeoplePage::showFoot() {
  const bool isSearch = !m_model.text().isEmpty();
  const bool isReading = m_isIndexing && !m_finder->index().isComplete() && isSearch;
  m_spinner->setRunning(m_model.isSearching() || isReading);
  const QString people = QLocale().toString(m_people);
  if (isReading) {
    m_count->setText(tr("Reading all names for the first time…"));
  } else if (m_people < 0) {
    m_count->setText(tr("Counting…"));
  } else {
    m_count->setText(isSearch ? tr("%1 found").arg(people) : tr("%1 people").arg(people));
  }
}

void PeoplePage::act(PeopleAct act) {
  const std::vector<Profile> people = m_table->selected();
  if (people.empty() || !m_menu->of(act)->isVisible()) return;
  switch (act) {
    case PeopleAct::Test:
      return m_desk->setTest(people, true);
    case PeopleAct::NoTest:
      return m_desk->setTest(people, false);
    case PeopleAct::CopyNumber:
      QGuiApplication::clipboard()->setText(people.front().phone);
      return m_note->setText(tr("The number is copied."));
    case PeopleAct::Export:
      return chooseExport(people);
    default:
      return ask(act, people);
  }
}

void PeoplePage::ask(PeopleAct act, const std::vector<Profile>& people) {
  if (act == PeopleAct::Unsubscribe) {
    m_pane->question().ask(unsubscribeQuestion(people), [this, people] { m_desk->unsubscribe(people); });
  } else if (act == PeopleAct::Resubscribe) {
    m_pane->question().ask(resubscribeQuestion(people), [this, people] { m_desk->resubscribe(people); });
  } else {
    m_pane->question().ask(removeQuestion(people), [this, people] { m_desk->erase(people); });
  }
}

void PeoplePage::chooseExport(const std::vector<Profile>& people) {
  auto* dialog =
      new QFileDialog(this, tr("Export all that is known of %1").arg(whoWords(people)), {}, tr("JSON (*.json)"));
  dialog->setObjectName(QStringLiteral("people.exportDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, people](const QString& file) { m_desk->exportTo(people, file); });
  dialog->open();
}

void PeoplePage::focusSearch() {
  m_search->setFocus();
  m_search->selectAll();
}

void PeoplePage::setBehind(const QString& name) {
  m_back->setToolTip(name);
  m_back->setAccessibleName(name);
}

void PeoplePage::keyPressEvent(QKeyEvent* event) {
  // From the line one searches in, down into what was found.
  if (m_search->hasFocus() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return)) {
    return m_table->setFocus();
  }
  QWidget::keyPressEvent(event);
}

}  // namespace heliograph::ui
