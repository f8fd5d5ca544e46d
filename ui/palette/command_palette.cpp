// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

#include "editors/floating_panel.h"
#include "ui/composer/page/editor_look.h"
#include "ui/palette/palette_delegate.h"
#include "ui/palette/palette_model.h"
#include "ui/theme/fade.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"

namespace heliograph::ui {

namespace {
constexpr int kPaletteWidth = 600;
constexpr int kPaletteRows = 10;
constexpr int kPaletteRow = 36;
constexpr int kTop = 64;

/// Neither another window nor a menu of the field itself is in front for the moment.
bool isForGood(Qt::FocusReason reason) {
  return reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason;
}
}  // namespace

CommandPalette::CommandPalette(QWidget* window, const PaletteTexts& words)
    : QWidget(window),
      m_model(new PaletteModel(this)),
      m_field(new SearchField(words.prompt)),
      m_list(new QListView),
      m_empty(new Label(words.nothing, TypeRole::Body, Ink::Text2)) {
  setObjectName(words.name);
  setAccessibleName(words.title);
  m_field->setObjectName(words.name + QStringLiteral(".search"));
  m_list->setObjectName(words.name + QStringLiteral(".list"));
  m_list->setAccessibleName(tr("Found"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new PaletteDelegate(this));
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setFixedHeight(kPaletteRow * kPaletteRows);
  m_empty->setContentsMargins(size::Medium, size::Small, size::Medium, size::Small);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_field);
  column->addWidget(m_list);
  column->addWidget(m_empty);
  column->addStretch();
  window->installEventFilter(this);
  m_field->installEventFilter(this);
  connect(m_field, &QLineEdit::textChanged, this, [this](const QString& typed) {
    m_model->setTyped(typed.trimmed());
    showFound();
  });
  connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
  connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
  hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries, QWidget* anchor) {
  m_anchor = anchor;
  if (!isVisible()) m_focusBefore = QApplication::focusWidget();
  m_field->clear();
  m_model->setEntries(std::move(entries));
  showFound();
  place();
  show();
  raise();
  fadeIn(this);
  m_field->setFocus();
}

void CommandPalette::setEntries(std::vector<PaletteEntry> entries) {
  m_model->setEntries(std::move(entries));
  showFound();
}

void CommandPalette::addEntries(std::vector<PaletteEntry> entries) {
  if (!isVisible()) return;
  const PaletteEntry* marked = m_model->entry(m_list->currentIndex());
  const QString title = marked ? marked->title : QString();
  const QString kind = marked ? marked->kind : QString();
  m_model->addEntries(std::move(entries));
  showFound();
  // Enter goes where it would have gone before they came.
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const PaletteEntry* entry = m_model->entry(m_model->index(row));
    if (entry->title == title && entry->kind == kind) return m_list->setCurrentIndex(m_model->index(row));
  }
}

QRect CommandPalette::panel() const {
  const int width = qMin(kPaletteWidth, this->width() - 2 * size::Wide);
  const int height = 3 * size::Small + size::Field + kPaletteRow * kPaletteRows + 2 * editors::ShadowRoom;
  if (!m_anchor) return {(this->width() - width) / 2, kTop, width, height};
  const QRect beside(m_anchor->mapTo(parentWidget(), QPoint()), m_anchor->size());
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  const int x = mirrored ? beside.right() + editors::ShadowRoom - width : beside.left() - editors::ShadowRoom;
  return {qBound(0, x, qMax(0, this->width() - width)), qBound(0, beside.bottom(), qMax(0, this->height() - height)),
          width, height};
}

void CommandPalette::place() {
  setGeometry(parentWidget()->rect());
  const QRect inside = panel().adjusted(editors::ShadowRoom, editors::ShadowRoom, -editors::ShadowRoom, 0);
  layout()->setContentsMargins(inside.left() + size::Small, inside.top() + size::Small,
                               width() - inside.right() - 1 + size::Small, 0);
  layout()->setSpacing(size::Small);
}

void CommandPalette::showFound() {
  const bool found = m_model->rowCount() > 0;
  m_list->setVisible(found);
  m_empty->setVisible(!found);
  m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::moveCurrent(int rows) {
  const int count = m_model->rowCount();
  if (count == 0) return;
  const int row = ((m_list->currentIndex().row() + rows) % count + count) % count;
  m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::runCurrent() {
  const PaletteEntry* entry = m_model->entry(m_list->currentIndex());
  if (entry == nullptr || !entry->run) return;
  const std::function<void()> run = entry->run;  // closing may lead to other entries
  close();
  run();
}

void CommandPalette::close() {
  const QPointer<QWidget> before(m_focusBefore);
  m_focusBefore = nullptr;
  hide();
  if (before && before->isVisible()) before->setFocus();
}

bool CommandPalette::takeKey(int key) {
  switch (key) {
    case Qt::Key_Down:
      moveCurrent(1);
      return true;
    case Qt::Key_Up:
      moveCurrent(-1);
      return true;
    case Qt::Key_PageDown:
      moveCurrent(qMin(kPaletteRows, m_model->rowCount() - 1 - m_list->currentIndex().row()));
      return true;
    case Qt::Key_PageUp:
      moveCurrent(-qMin(kPaletteRows, m_list->currentIndex().row()));
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      runCurrent();
      return true;
    case Qt::Key_Escape:
      close();
      return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
      return true;  // nothing else in here takes the focus
    default:
      return false;
  }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
  if (watched != m_field) return false;
  if (event->type() == QEvent::KeyPress) return takeKey(static_cast<QKeyEvent*>(event)->key());
  if (event->type() == QEvent::FocusOut && isVisible() && isForGood(static_cast<QFocusEvent*>(event)->reason())) {
    m_focusBefore = nullptr;  // somebody else took it on purpose
    close();
  }
  return false;
}

void CommandPalette::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) update();
}

void CommandPalette::mousePressEvent(QMouseEvent*) {
  close();
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const editors::EditorTheme look = editorLook(Tokens::of(this));
  painter.translate(panel().topLeft());
  editors::paintFloatingPanel(&painter, QRect(QPoint(), panel().size()), look);
}

}  // namespace heliograph::ui
