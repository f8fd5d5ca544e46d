// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replies/replies_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/background.h"
#include "ui/layout/plain_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {

using delivery::ReplyRepository;
using delivery::ReplyRow;
using ReplyColumn = items::ReplyListModel::Column;

namespace {

constexpr int kMostShown = 500;
constexpr std::chrono::seconds kRenewReplies{10};
/// A quick typist's next key comes before this, and spares a search.
constexpr std::chrono::milliseconds kReplySearchDelay{150};
constexpr int kReplySearchWidth = 260;

}  // namespace

RepliesPage::RepliesPage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_back(new IconButton(Icon::ArrowLeft, tr("Back to the campaigns"))),
      m_table(new PlainTable),
      m_stack(new QStackedWidget),
      m_count(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_shown(new SegmentedChoice),
      m_search(new SearchField(tr("Text, name or number"))),
      m_allRead(new Button(tr("Mark all as read"))),
      m_text(new Label({}, TypeRole::Body)),
      m_read(new Button(tr("Mark as read"))),
      m_subscription(new Button(tr("Unsubscribe"))),
      m_person(new Button(tr("Show the person"))) {
  setObjectName(QStringLiteral("replies"));
  makeReplyTable();
  auto* rows = new QWidget;
  auto* list = new QVBoxLayout(rows);
  list->setContentsMargins({});
  list->setSpacing(0);
  auto* inset = new QVBoxLayout;
  inset->setContentsMargins(20, size::Medium, 20, 0);
  inset->addWidget(m_table);
  list->addLayout(inset, 1);
  list->addWidget(makeReplyFoot());
  m_stack->addWidget(rows);
  m_stack->addWidget(new EmptyState(Icon::Phone, tr("No replies yet"),
                                    tr("What people answer to your messages comes here, as far as your provider hands "
                                       "it on. Whoever answers STOP gets no more messages, through any provider.")));
  m_stack->addWidget(
      new EmptyState(Icon::Search, tr("Nothing found"),
                     tr("No reply that is shown here holds these words. Empty the search, or show all.")));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(0);
  column->addWidget(makeRepliesBar());
  column->addWidget(m_stack, 1);
  m_renewing.setInterval(kRenewReplies);
  connect(&m_renewing, &QTimer::timeout, this, &RepliesPage::refresh);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kReplySearchDelay);
  connect(&m_typing, &QTimer::timeout, this, &RepliesPage::refresh);
}

/// The list goes after the model, and would tell of it.
RepliesPage::~RepliesPage() {
  m_table->selectionModel()->disconnect(this);
  m_table->removeEventFilter(this);
  m_model.disconnect(this);
}

QWidget* RepliesPage::makeRepliesBar() {
  auto* bar = new Surface(Qt::BottomEdge);
  bar->setFixedHeight(size::HeaderBar);
  m_back->setObjectName(QStringLiteral("replies.back"));
  m_count->setObjectName(QStringLiteral("replies.count"));
  m_shown->setObjectName(QStringLiteral("replies.shown"));
  m_shown->addChoice(AllReplies, tr("All"));
  m_shown->addChoice(UnreadReplies, tr("Not read"));
  m_shown->setCurrent(AllReplies);
  m_search->setObjectName(QStringLiteral("replies.search"));
  m_search->setAccessibleName(tr("Search replies"));
  m_search->setShortcutHint(tr("Ctrl F"));
  m_search->setFixedWidth(kReplySearchWidth);
  m_allRead->setObjectName(QStringLiteral("replies.allRead"));
  connect(m_back, &IconButton::clicked, this, &RepliesPage::leaveRequested);
  connect(m_shown, &SegmentedChoice::chosen, this, &RepliesPage::refresh);
  connect(m_search, &SearchField::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_allRead, &Button::clicked, this, &RepliesPage::markAllRead);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(size::Large, 0, size::Large, 0);
  row->setSpacing(size::Medium);
  row->addWidget(m_back);
  row->addWidget(new Label(tr("Replies"), TypeRole::Header));
  row->addWidget(m_count);
  row->addStretch();
  row->addWidget(m_shown);
  row->addWidget(m_search);
  row->addWidget(m_allRead);
  return bar;
}

QWidget* RepliesPage::makeReplyFoot() {
  auto* foot = new Surface(Qt::TopEdge);
  m_text->setObjectName(QStringLiteral("replies.text"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_read->setObjectName(QStringLiteral("replies.read"));
  m_subscription->setObjectName(QStringLiteral("replies.subscription"));
  m_person->setObjectName(QStringLiteral("replies.person"));
  connect(m_read, &Button::clicked, this, [this] { markRead(chosen() && !chosen()->isRead); });
  connect(m_subscription, &Button::clicked, this, &RepliesPage::changeSubscription);
  connect(m_person, &Button::clicked, this, &RepliesPage::openPerson);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(20, size::Medium, 20, size::Medium);
  row->setSpacing(size::Medium);
  row->addWidget(m_text, 1);
  for (Button* button : {m_read, m_subscription, m_person}) row->addWidget(button);
  return foot;
}

void RepliesPage::makeReplyTable() {
  m_table->setObjectName(QStringLiteral("replies.list"));
  m_table->setAccessibleName(tr("Replies"));
  m_table->setModel(&m_model);
  m_table->setStrongColumn(ReplyColumn::Person);
  m_table->setItemDelegateForColumn(ReplyColumn::Meaning, new ChipDelegate(items::role::Tone, m_table));
  for (int column = 0; column < ReplyColumn::ColumnCount; ++column) m_table->fitColumn(column);
  m_table->stretchColumn(ReplyColumn::Text);
  m_table->installEventFilter(this);
  connect(m_table, &QAbstractItemView::activated, this, &RepliesPage::openPerson);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RepliesPage::showChosen);
  connect(&m_model, &QAbstractItemModel::modelReset, this, &RepliesPage::showChosen);
  connect(&m_model, &QAbstractItemModel::dataChanged, this, &RepliesPage::showChosen);
}

void RepliesPage::refresh() {
  using Read = std::pair<Result<std::vector<ReplyRow>>, qint64>;
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, only = m_shown->current() == UnreadReplies,
            search = m_search->text()] {
        const ReplyRepository replies(database, clock);
        return Read(replies.list(only, kMostShown, search), replies.unreadCount().value_or(0));
      })
      .then(this, [this, asked = ++m_asked](const Read& read) {
        if (asked != m_asked) return;
        if (!read.first) return Q_EMIT failed(read.first.error().message);
        showRows(*read.first, read.second);
      });
}

void RepliesPage::showRows(const std::vector<ReplyRow>& replies, qint64 unread) {
  const qint64 kept = chosen() ? chosen()->id : 0;
  const int before = m_table->currentIndex().row();
  m_model.setRows(replies);
  QStringList count;
  if (unread > 0) count << tr("%1 not read yet").arg(QLocale().toString(unread));
  if (replies.size() == static_cast<std::size_t>(kMostShown)) count << tr("the latest %1 are shown").arg(kMostShown);
  m_count->setText(count.join(tr(" · ")));
  m_allRead->setBlockedBecause(unread > 0 ? QString() : tr("All are read"));
  const bool isNarrowed = !m_search->text().trimmed().isEmpty() || m_shown->current() == UnreadReplies;
  m_stack->setCurrentIndex(!replies.empty() ? ListPage : isNarrowed ? NothingFoundPage : NothingYetPage);
  if (!replies.empty() && !m_table->currentIndex().isValid()) {
    const int row = m_model.rowOf(kept);
    m_table->selectRow(row >= 0 ? row : std::clamp(before, 0, static_cast<int>(replies.size()) - 1));
  }
  showChosen();
}

void RepliesPage::markAllRead() {
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock] {
        return ReplyRepository(database, clock).markAllRead();
      })
      .then(this, [this](const Result<>& done) {
        if (!done) Q_EMIT failed(done.error().message);
        refresh();
      });
}

void RepliesPage::focusSearch() {
  m_search->setFocus();
  m_search->selectAll();
}

void RepliesPage::setBehind(const QString& words) {
  m_back->setToolTip(words);
  m_back->setAccessibleName(words);
}

const ReplyRow* RepliesPage::chosen() const {
  const QModelIndex index = m_table->currentIndex();
  return index.isValid() ? &m_model.row(index.row()) : nullptr;
}

void RepliesPage::showChosen() {
  const ReplyRow* reply = chosen();
  for (Button* button : {m_read, m_subscription, m_person}) button->setVisible(reply != nullptr);
  m_text->setText(reply ? reply->text : QString());
  if (!reply) return;
  m_read->setText(reply->isRead ? tr("Mark as unread") : tr("Mark as read"));
  m_subscription->setText(reply->isUnsubscribed ? tr("Subscribe again") : tr("Unsubscribe"));
  m_subscription->setToolTip(reply->isUnsubscribed ? tr("They may be texted again.")
                                                   : tr("They get no more messages, through any provider."));
  m_person->setVisible(!reply->identity.isEmpty());
}

void RepliesPage::act(const Act& act) {
  const ReplyRow* reply = chosen();
  if (!reply) return;
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, act, row = *reply] {
        return act(ReplyRepository(database, clock), row);
      })
      .then(this, [this](const Result<>& done) {
        if (!done) Q_EMIT failed(done.error().message);
        refresh();
      });
}

void RepliesPage::markRead(bool read) {
  act([read](const ReplyRepository& replies, const ReplyRow& row) { return replies.markRead({row.id}, read); });
}

void RepliesPage::changeSubscription() {
  const ReplyRow* reply = chosen();
  if (!reply) return;
  const bool again = reply->isUnsubscribed;
  act([again](const ReplyRepository& replies, const ReplyRow& row) {
    return again ? replies.resubscribe(row) : replies.unsubscribe(row);
  });
}

void RepliesPage::openPerson() {
  const ReplyRow* reply = chosen();
  if (reply && !reply->identity.isEmpty()) Q_EMIT personRequested(reply->identity);
}

/// Space marks what was read, and back.
bool RepliesPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Space && chosen()) {
      markRead(!chosen()->isRead);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void RepliesPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_renewing.start();
  m_table->setFocus(Qt::OtherFocusReason);
}

void RepliesPage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_renewing.stop();
}

}  // namespace heliograph::ui
