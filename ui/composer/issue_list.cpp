// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/issue_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "editors/floating_panel.h"
#include "ui/composer/issue_delegate.h"
#include "ui/composer/page/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kIssueListWidth = 420;
constexpr int kHighest = 380;
constexpr int kShadow = editors::ShadowRoom;

}  // namespace

IssueList::IssueList(QWidget* page) : QFrame(page), m_title(new Label({}, TypeRole::Label)), m_list(new QListView) {
  setObjectName(QStringLiteral("issues"));
  setAccessibleName(tr("What is open"));
  m_list->setObjectName(QStringLiteral("issues.list"));
  m_list->setAccessibleName(tr("What is open"));
  m_list->setModel(&m_model);
  m_list->setModelColumn(items::IssueListModel::Text);
  m_list->setItemDelegate(new IssueDelegate(kIssueListWidth, m_list));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->viewport()->setAutoFillBackground(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kShadow, kShadow + size::Medium, kShadow, kShadow + size::Small);
  column->setSpacing(size::Small);
  m_title->setContentsMargins(size::Medium, 0, size::Medium, 0);
  column->addWidget(m_title);
  column->addWidget(m_list);
  connect(m_list, &QListView::clicked, this, &IssueList::activate);
  hide();
}

void IssueList::setIssues(const std::vector<campaign::Issue>& issues) {
  m_model.setRows(issues);
  if (!isVisible()) return;
  if (issues.empty()) return dismiss();
  place();
}

void IssueList::toggleAbove(QWidget* anchor) {
  if (isVisible()) return dismiss();
  if (m_model.rowCount() == 0) return;
  m_anchor = anchor;
  place();
  show();
  raise();
  m_list->setCurrentIndex(m_model.index(0, items::IssueListModel::Text));
  m_list->setFocus();
  qApp->installEventFilter(this);
}

void IssueList::place() {
  const int blockers = m_model.blockers();
  m_title->setText(blockers == 0   ? tr("Nothing blocks publishing")
                   : blockers == 1 ? tr("1 thing blocks publishing")
                                   : tr("%1 things block publishing").arg(blockers));
  int height = 0;
  for (int row = 0; row < m_model.rowCount(); ++row) {
    height += m_list->itemDelegate()->sizeHint({}, m_model.index(row, items::IssueListModel::Text)).height();
  }
  m_list->setFixedHeight(std::min({height, kHighest, parentWidget()->height() / 2}));
  setFixedWidth(kIssueListWidth + 2 * kShadow);
  layout()->activate();
  resize(width(), layout()->totalSizeHint().height());
  const QRect under(m_anchor->mapTo(parentWidget(), QPoint(0, 0)), m_anchor->size());
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  const int x = mirrored ? under.left() - kShadow : under.right() + 1 - width() + kShadow;
  move(std::clamp(x, 0, std::max(0, parentWidget()->width() - width())),
       under.top() - this->height() + kShadow - size::Tiny);
}

void IssueList::dismiss() {
  if (!isVisible()) return;
  qApp->removeEventFilter(this);
  const bool inside = isAncestorOf(QApplication::focusWidget());
  hide();
  if (inside && m_anchor) m_anchor->setFocus();
}

void IssueList::activate(const QModelIndex& index) {
  if (!index.isValid()) return;
  const campaign::Issue issue = m_model.row(index.row());
  dismiss();
  Q_EMIT issueActivated(issue);
}

bool IssueList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress) {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget && widget != this && widget != m_anchor && !isAncestorOf(widget)) dismiss();
  }
  if (watched == m_list && event->type() == QEvent::FocusOut) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) dismiss();
  }
  return QFrame::eventFilter(watched, event);
}

void IssueList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return dismiss();
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return activate(m_list->currentIndex());
  QFrame::keyPressEvent(event);
}

void IssueList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  editors::paintFloatingPanel(&painter, rect(), editorLook(Tokens::of(this)));
}

}  // namespace heliograph::ui
