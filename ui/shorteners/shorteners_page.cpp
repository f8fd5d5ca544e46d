// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shorteners/shorteners_page.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "providers/shortener_repository.h"
#include "ui/shorteners/shortener_form.h"
#include "ui/shorteners/shortener_tester.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using providers::Shortener;

namespace {

constexpr int kShortenerListWidth = 220;
constexpr int kShortenerDetailsWidth = 760;

enum ShortenersView { ShortenerEditingView, NoShortenerView };

}  // namespace

ShortenersPage::ShortenersPage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_stack(new QStackedWidget),
      m_list(new QListView),
      m_form(new ShortenerForm(services.shortenerKinds)) {
  setObjectName(QStringLiteral("shorteners"));
  m_tester = new ShortenerTester(services, [this] { return m_form->typed(); });
  m_list->setObjectName(QStringLiteral("shorteners.list"));
  m_list->setAccessibleName(tr("Link shorteners"));
  m_list->setModel(&m_names);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new RowDelegate(m_list));
  auto* side = new Surface(Qt::RightEdge);
  side->setFixedWidth(kShortenerListWidth);
  auto* names = new QVBoxLayout(side);
  names->setContentsMargins(size::Medium, size::Medium, size::Medium, size::Medium);
  names->addWidget(m_list);
  auto* editing = new QWidget;
  auto* row = new QHBoxLayout(editing);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(side);
  row->addWidget(makeDetails(), 1);
  auto* empty = new EmptyState(Icon::Link, tr("No link shortener yet"),
                               tr("A service that makes short links of long ones: Bitly, Shlink, or one of your own. "
                                  "Each campaign says which of its links are shortened."));
  auto* first = empty->addAction(tr("Add a link shortener"), Icon::Plus);
  first->setObjectName(QStringLiteral("shorteners.empty.add"));
  connect(first, &Button::clicked, this, &ShortenersPage::addShortener);
  m_stack->addWidget(editing);
  m_stack->addWidget(empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeBar());
  column->addWidget(m_stack, 1);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) { choose(now.row()); });
  connect(m_form, &ShortenerForm::edited, this, [this] { m_edited = true; });
  connect(m_tester, &ShortenerTester::madeLink, this, &ShortenersPage::noteLength);
}

QWidget* ShortenersPage::makeBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_back = new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"));
  m_back->setObjectName(QStringLiteral("shorteners.back"));
  auto* add = new Button(tr("Add a link shortener"), ButtonRole::Plain, Icon::Plus);
  add->setObjectName(QStringLiteral("shorteners.add"));
  connect(m_back, &IconButton::clicked, this, &ShortenersPage::leaveRequested);
  connect(add, &Button::clicked, this, &ShortenersPage::addShortener);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(m_back);
  row->addWidget(new Label(tr("Link shorteners"), TypeRole::Header));
  row->addStretch();
  row->addWidget(add);
  return bar;
}

QWidget* ShortenersPage::makeDetails() {
  auto* contents = new QWidget;
  contents->setMaximumWidth(kShortenerDetailsWidth);
  auto* column = new QVBoxLayout(contents);
  column->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  column->setSpacing(size::Large);
  column->addWidget(m_form);
  column->addWidget(m_tester);
  column->addStretch();
  m_scroll = new QScrollArea;
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(contents);
  auto* details = new QWidget;
  auto* whole = new QVBoxLayout(details);
  whole->setContentsMargins({});
  whole->setSpacing(0);
  whole->addWidget(m_scroll, 1);
  whole->addWidget(makeFoot());
  return details;
}

QWidget* ShortenersPage::makeFoot() {
  m_note = new Label({}, TypeRole::Hint, Ink::Text2);
  m_note->setObjectName(QStringLiteral("shorteners.note"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_remove = new Button(tr("Delete…"), ButtonRole::Quiet, Icon::Trash);
  m_remove->setObjectName(QStringLiteral("shorteners.remove"));
  m_remove->hide();
  m_save = new Button(tr("Save"), ButtonRole::Primary);
  m_save->setObjectName(QStringLiteral("shorteners.save"));
  connect(m_remove, &Button::clicked, this, &ShortenersPage::askToRemove);
  connect(m_save, &Button::clicked, this, &ShortenersPage::save);
  auto* foot = new Surface(Qt::TopEdge);
  foot->setMinimumHeight(size::FooterBar);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(size::PageX, size::Small, size::PageX, size::Small);
  row->setSpacing(size::Small);
  row->addWidget(m_remove);
  row->addWidget(m_note, 1);
  row->addWidget(m_save);
  return foot;
}

void ShortenersPage::setBehind(const QString& name) {
  m_back->setToolTip(name);
  m_back->setAccessibleName(name);
}

void ShortenersPage::refresh() {
  m_services.background.run([&shorteners = m_services.shorteners] { return shorteners.list(); })
      .then(this, [this](const Result<std::vector<Shortener>>& loaded) { showLoaded(loaded); });
}

void ShortenersPage::showLoaded(const Result<std::vector<Shortener>>& loaded) {
  if (!loaded) return say(loaded.error().message, true);
  m_shorteners = *loaded;
  QStringList names;
  for (const Shortener& one : m_shorteners) names << (one.isDefault ? tr("%1 (default)").arg(one.name) : one.name);
  const QString wanted = m_wanted.isEmpty() ? m_shown.name : m_wanted;
  const bool keeps = m_edited && m_wanted.isEmpty();
  m_wanted.clear();
  const QSignalBlocker quiet(m_list->selectionModel());
  m_names.setStringList(names);
  if (names.isEmpty() && !m_edited) {
    m_shown = {};
    return m_stack->setCurrentIndex(NoShortenerView);
  }
  m_stack->setCurrentIndex(ShortenerEditingView);
  if (keeps && !m_shown.id.isValid()) return;
  const auto found =
      std::find_if(m_shorteners.begin(), m_shorteners.end(), [&](const Shortener& one) { return one.name == wanted; });
  const int row = found == m_shorteners.end() ? 0 : static_cast<int>(found - m_shorteners.begin());
  m_list->setCurrentIndex(m_names.index(row));
  m_list->viewport()->update();
  if (!keeps) choose(row);
}

void ShortenersPage::choose(int row) {
  if (row < 0 || row >= static_cast<int>(m_shorteners.size())) return;
  show(m_shorteners[static_cast<std::size_t>(row)]);
}

void ShortenersPage::show(const Shortener& shortener) {
  // What was said of saving it stays.
  if (shortener.name != m_shown.name || !shortener.id.isValid()) say({}, false);
  m_shown = shortener;
  m_form->show(shortener);
  m_edited = false;
  m_remove->setVisible(shortener.id.isValid());
  m_tester->begin();
  m_scroll->verticalScrollBar()->setValue(0);
}

void ShortenersPage::addShortener() {
  m_stack->setCurrentIndex(ShortenerEditingView);
  m_list->clearSelection();
  m_list->setCurrentIndex({});
  Shortener fresh;
  fresh.isDefault = m_shorteners.empty();
  show(fresh);
  m_edited = true;
  m_form->focusFirst();
}

/// What was seen is the better guess.
void ShortenersPage::noteLength(int characters) {
  if (characters == m_form->shortLength()) return;
  m_form->setShortLength(characters);
  m_edited = true;
  say(tr("The length of a short link is now %1, as in the test. Save to keep it.").arg(characters), false);
}

void ShortenersPage::save() {
  const QString wrong = m_form->problems();
  if (!wrong.isEmpty()) return say(wrong, true);
  m_save->setBlockedBecause(tr("Saving"));
  const TypedShortener typed = m_form->typed();
  m_services.background
      .run([services = m_services, typed, forNow = m_forNow] { return storeShortener(services, typed, forNow); })
      .then(this, [this, name = typed.shortener.name](const Result<ShortenerId>& id) { saved(id, name); });
}

void ShortenersPage::saved(const Result<ShortenerId>& id, const QString& name) {
  m_save->setBlockedBecause({});
  if (id) {
    m_edited = false;
    m_wanted = name;
    m_shown.name = name;
    refresh();
    return say(tr("Saved."), false);
  }
  if (id.error().code != ErrorCode::Credentials || m_forNow) return say(id.error().message, true);
  // Where there is no keyring the person is asked again after each start.
  m_forNow = true;
  m_save->setText(tr("Save for now"));
  say(tr("This computer has no keyring that can be used, so nothing was saved yet. “Save for now” keeps the secrets "
         "only until Heliograph is closed."),
      true);
}

void ShortenersPage::askToRemove() {
  const Shortener shortener = m_shown;
  m_services.background
      .run([&shorteners = m_services.shorteners, name = shortener.name] { return shorteners.draftsUsing(name); })
      .then(this, [this, shortener](const Result<QStringList>& drafts) {
        if (!drafts) return say(drafts.error().message, true);
        auto* question = new QMessageBox(
            QMessageBox::NoIcon, tr("Delete link shortener"),
            drafts->isEmpty()
                ? tr("Delete “%1”? No draft uses it; short links that were sent go on working.").arg(shortener.name)
                : tr("Delete “%1”? These drafts use it and can't be published then: %2. Short links that "
                     "were sent go on working.")
                      .arg(shortener.name, drafts->join(QStringLiteral(", "))),
            QMessageBox::Cancel, this);
        question->setObjectName(QStringLiteral("shorteners.question"));
        question->setAttribute(Qt::WA_DeleteOnClose);
        question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
        connect(question, &QMessageBox::buttonClicked, this, [this, question, shortener](QAbstractButton* button) {
          if (question->buttonRole(button) == QMessageBox::DestructiveRole) remove(shortener);
        });
        question->open();
      });
}

void ShortenersPage::remove(const Shortener& shortener) {
  m_services.background.run([services = m_services, shortener] { return removeShortener(services, shortener); })
      .then(this, [this, name = shortener.name](const Result<QString>& left) {
        if (!left) return say(left.error().message, true);
        m_shown = {};
        m_edited = false;
        refresh();
        if (left->isEmpty()) return;
        auto* note = new QMessageBox(QMessageBox::NoIcon, tr("Delete link shortener"),
                                     tr("“%1” is deleted. %2").arg(name, *left), QMessageBox::Ok, this);
        note->setAttribute(Qt::WA_DeleteOnClose);
        note->open();
      });
}

void ShortenersPage::say(const QString& text, bool isProblem) {
  m_note->setInk(isProblem ? Ink::Problem : Ink::Text2);
  m_note->setText(text);
}

}  // namespace heliograph::ui
